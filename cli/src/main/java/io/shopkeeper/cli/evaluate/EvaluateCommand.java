package io.shopkeeper.cli.evaluate;

import picocli.CommandLine.Command;

/** Names the tasks. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Trains and scores on a file, without a server.",
    synopsisSubcommandLabel = "TASK",
    subcommands = {RatingCommand.class, RecommendCommand.class, ClassifyCommand.class})
public final class EvaluateCommand {}
