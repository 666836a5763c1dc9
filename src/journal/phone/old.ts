/** What phones of 2020 lack and the curve's code asks for; said without the name it stands in for. */
Object.hasOwn ??= (of, name) => Object.getOwnPropertyDescriptor(of, name) !== undefined
