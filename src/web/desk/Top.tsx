import { CircleUser, SunMoon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { deskWords } from '../../access/words/desk.ts'
import { words as accessWords } from '../../access/words/pages.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { SIZES, size, THEMES, theme, useSize, useTheme } from '../../kit/web/theme.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Menu } from '../../kit/web/ui/Menu.tsx'
import { OtherLanguage } from '../OtherLanguage.tsx'
import { otherLanguage, otherLanguageShort, sizeWords, themeWords } from '../words.ts'
import { words } from './words.ts'

/** The house's mark and name. */
export function Brand(): ReactNode {
  const say = useSay()
  return (
    <Link href="/" className="brand">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <circle cx="11" cy="16" r="6" fill="none" stroke="currentColor" strokeWidth="3" />
        <path
          d="M20.5 16h8M19.5 10l6-4M19.5 22l6 4"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
        />
      </svg>
      <span className="brand-name">{say(words.brand)}</span>
    </Link>
  )
}

/** Says that everything here is invented. */
export function Demo(): ReactNode {
  const say = useSay()
  return (
    <span className="badge late demo" title={say(words.demoSays)}>
      {say(words.demo)}
    </span>
  )
}

/** Changes to the other language. */
export function Language(): ReactNode {
  return (
    <OtherLanguage
      face={(now) => (
        <>
          <span className="in-full">{otherLanguage[now]}</span>
          <span className="in-short">{otherLanguageShort[now]}</span>
        </>
      )}
    />
  )
}

function Choices<T extends string>(of: {
  name: string
  legend: string
  options: readonly T[]
  nameOf: (option: T) => string
  value: T
  onChange: (value: T) => void
}): ReactNode {
  return (
    <fieldset className="choices">
      <legend className="small soft">{of.legend}</legend>
      {of.options.map((option) => (
        <label key={option} className="choice">
          <input
            type="radio"
            name={of.name}
            checked={option === of.value}
            onChange={() => of.onChange(option)}
          />
          {of.nameOf(option)}
        </label>
      ))}
    </fieldset>
  )
}

/** Light or dark, normal or large type. */
export function Look(): ReactNode {
  const say = useSay()
  return (
    <Menu label={say(words.look)} face={<SunMoon size={20} aria-hidden />}>
      <Choices
        name="theme"
        legend={say(words.theme)}
        options={THEMES}
        nameOf={(one) => say(themeWords[one])}
        value={useTheme()}
        onChange={theme.set}
      />
      <Choices
        name="size"
        legend={say(words.size)}
        options={SIZES}
        nameOf={(one) => say(sizeWords[one])}
        value={useSize()}
        onChange={size.set}
      />
    </Menu>
  )
}

/** Who is signed in, their account, and the way out. */
export function MeMenu({ me }: { me: OutputOf<'access.findMe'> }): ReactNode {
  const say = useSay()
  const signOut = useAction('access.signOut')
  const leave = async (): Promise<void> => {
    // A fresh page holds nothing of what was seen before.
    if (await signOut.send({})) location.assign('/desk/sign-in')
  }
  return (
    <Menu
      label={say(words.me, { name: me.name })}
      face={
        <>
          <CircleUser size={20} aria-hidden />
          <span className="wide-only">{me.name}</span>
        </>
      }
    >
      <Link href="/me" className="button quiet">
        {say(deskWords.me)}
      </Link>
      <Button kind="quiet" onPress={() => void leave()}>
        {say(accessWords.signOut)}
      </Button>
    </Menu>
  )
}
