// One call: a closure written here would belong to the main actor and trap where another thread runs it.
await Program.main(Array(CommandLine.arguments.dropFirst()))
