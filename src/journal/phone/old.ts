/** What phones of 2020 lack and the curve's code asks for. */
Object.hasOwn ??= (of, name) => Object.hasOwn(of, name)
