import { CalendarDays, CircleUser, MessageSquare, Sun } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../kit/contract.ts'
import { Card, Line, LineLink, Lines } from '../../kit/web/phone/Card.tsx'
import { Choice } from '../../kit/web/phone/Choice.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Sheet } from '../../kit/web/phone/Sheet.tsx'
import { Cut, UnsentCount } from '../../kit/web/phone/Standing.tsx'
import { TabBar } from '../../kit/web/phone/TabBar.tsx'
import { Empty, Outcome } from '../../kit/web/phone/Waiting.tsx'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { ProblemSummary, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { LongInput, PasswordInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import { fateOf, ReadingOf, readOf, WithUnsent } from './states.tsx'

const nothing = (): void => undefined
const refused = (code: Problem['code']): Problem => ({
  type: `/problems/${code}`,
  title: code,
  status: 400,
  code,
})

function Typing({ wrong }: { wrong?: string }): ReactNode {
  const [text, setText] = useState('综采一队')
  const wrongs = wrong ? [{ path: 'text', says: wrong }] : []
  return (
    <Wrongs of={wrongs}>
      <TextInput path="text" label="单位" hint="如：综采一队" value={text} onChange={setText} />
    </Wrongs>
  )
}

function Choosing(): ReactNode {
  const [value, setValue] = useState<'zh' | 'en' | null>('zh')
  return (
    <Choice
      legend="语言"
      options={[
        { value: 'zh', name: '中文', under: '默认' },
        { value: 'en', name: 'English' },
      ]}
      value={value}
      onChange={setValue}
    />
  )
}

/** A part of the phone's kit with its states, by name; every part of the kit has its place here. */
export type Shown = { readonly name: string; readonly states: Readonly<Record<string, ReactNode>> }

const frame: readonly Shown[] = [
  {
    name: 'Page',
    states: {
      first: (
        <Page title="早上好，潘海燕" under="11月23日 周一 · 早班">
          <Part title="随时可看">
            <p>我的党费</p>
          </Part>
        </Page>
      ),
      'with a way back': <Page title="党费 · 2026年" back="/me" under="应交 480.00 元，已交 440.00 元。" />,
    },
  },
  {
    name: 'TabBar',
    states: {
      four: (
        <TabBar
          label="各处"
          tabs={[
            { to: '/', name: '今天', icon: Sun },
            { to: '/meetings', name: '会议', icon: CalendarDays },
            { to: '/voice', name: '心声', icon: MessageSquare },
            { to: '/me', name: '我的', icon: CircleUser },
          ]}
        />
      ),
    },
  },
  { name: 'Freshness', states: { old: <Cut since={1_795_000_000_000} />, nothing: <Cut since={0} /> } },
  {
    name: 'UnsentCount',
    states: {
      two: (
        <WithUnsent count={2}>
          <UnsentCount to="/unsent" />
        </WithUnsent>
      ),
    },
  },
]

const content: readonly Shown[] = [
  {
    name: 'Card',
    states: {
      plain: (
        <Card title="党课 · 学习安全生产法">
          <p className="strong">6月12日 周五 14:30 · 队部会议室</p>
          <ButtonLink to="/">看会议</ButtonLink>
        </Card>
      ),
      late: (
        <Card title="党费还差 40.00 元" tone="late">
          <p>10月的还没有交足。</p>
        </Card>
      ),
      stop: (
        <Card title="先看告知" tone="stop">
          <p>个人信息告知书有了新的一版。</p>
        </Card>
      ),
    },
  },
  {
    name: 'Lines',
    states: {
      facts: (
        <Lines>
          <Line name="6月12日 周五 · 党课" value="到会" under="学习安全生产法 · 2 学时" />
          <Line name="一行没有数的" />
        </Lines>
      ),
      links: (
        <Lines>
          <LineLink to="/" name="党费" value="还差 40.00 元" />
          <LineLink to="/" name="一个很长很长的名字，长到一行放不下，看它怎么折行" under="说明" />
        </Lines>
      ),
    },
  },
  {
    name: 'Notice',
    states: {
      plain: <Notice>已开过</Notice>,
      late: <Notice kind="late">还没有发出</Notice>,
      wrong: <Notice kind="wrong">登录名或密码不对，请再试。</Notice>,
      done: <Notice kind="done">已送到</Notice>,
    },
  },
  {
    name: 'State',
    states: {
      done: <State state="done" />,
      late: <State state="late" />,
      missed: <State state="missed" />,
      due: <State state="due" />,
      'not applicable': <State state="notApplicable" />,
    },
  },
]

const forms: readonly Shown[] = [
  {
    name: 'Button',
    states: {
      primary: <Button kind="primary">发出</Button>,
      plain: <Button>请假</Button>,
      quiet: <Button kind="quiet">取消</Button>,
      busy: (
        <Button kind="primary" busy>
          发出
        </Button>
      ),
    },
  },
  {
    name: 'Field',
    states: {
      plain: <Typing />,
      wrong: <Typing wrong="请填写。" />,
      long: <LongInput path="long" label="内容" hint="会署上您的姓名。" value="" onChange={nothing} />,
      password: <PasswordInput path="password" label="密码" value="lamp" onChange={nothing} />,
    },
  },
  {
    name: 'Form',
    states: {
      refused: (
        <Form label="登录" onSend={nothing}>
          <ProblemSummary
            problem={refused('not-allowed')}
            wrongs={[{ path: 'text', says: '请填写。' }]}
            words={{}}
            labels={{ text: '单位' }}
          />
          <Send busy={false}>登录</Send>
        </Form>
      ),
    },
  },
  { name: 'Choice', states: { chosen: <Choosing /> } },
  {
    name: 'Sheet',
    states: {
      closed: (
        <Sheet title="请假：党课" open="请假">
          {(close) => (
            <Button kind="primary" onPress={close}>
              生病
            </Button>
          )}
        </Sheet>
      ),
    },
  },
]

const waiting: readonly Shown[] = [
  {
    name: 'Waiting',
    states: {
      loading: <ReadingOf of={readOf('loading')} />,
      failed: <ReadingOf of={readOf('no-answer')} />,
      offline: <ReadingOf of={readOf('offline')} />,
      refused: <ReadingOf of={readOf('not-allowed')} />,
    },
  },
  {
    name: 'Empty',
    states: {
      empty: (
        <Empty>
          <p>近期没有要您参加的会议。定下来后这里会有时间、地点和要看的材料。</p>
        </Empty>
      ),
    },
  },
  {
    name: 'Outcome',
    states: {
      sending: <Outcome of={fateOf({ state: 'sending' })} words={{}} done="" />,
      sent: <Outcome of={fateOf({ state: 'sent', answer: {} })} words={{}} done="请假已送到。" />,
      waiting: <Outcome of={fateOf({ state: 'waiting', isKept: true })} words={{}} done="" />,
      'waiting, nothing kept': (
        <Outcome of={fateOf({ state: 'waiting', isKept: false })} words={{}} done="" />
      ),
      refused: <Outcome of={fateOf({ state: 'refused', problem: refused('busy') })} words={{}} done="" />,
    },
  },
]

export const PARTS: readonly Shown[] = [...frame, ...content, ...forms, ...waiting]
