import Foundation

try TrainingRun.main(CommandLine.arguments)
