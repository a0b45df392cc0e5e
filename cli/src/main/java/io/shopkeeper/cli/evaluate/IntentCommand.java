package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.nlp.classify.LinearText;
import io.shopkeeper.nlp.classify.ScopedText;
import io.shopkeeper.nlp.classify.TextAlgorithm;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what messages want. */
@Command(
    name = "intent",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what messages want, and prints how well.",
      "Files: CSV, TSV or JSON lines with columns text and label; other names by --text and --label.",
      "With --oos, whether it also says of what it does not know that it does not know it."
    })
final class IntentCommand implements Callable<Integer> {

  @Mixin private DataOptions options;
  @Mixin private TextOptions columns;

  @Option(
      names = "--oos",
      paramLabel = "LABEL",
      description =
          "The label of texts that are out of scope. Training texts of it are used; there need be"
              + " none.")
  private String outside;

  @Option(
      names = "--refuse",
      paramLabel = "SHARE",
      defaultValue = "0.005",
      description =
          "With --oos: the part of the right answers that may be refused, of the training texts."
              + " Default: ${DEFAULT-VALUE}.")
  private double lost;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    if (!(lost >= 0 && lost <= 1)) {
      throw new WrongUsageException("--refuse must be 0 to 1, but is " + lost);
    }
    TextData data = TextData.read(options, columns.roles());
    ClassTarget target = data.texts().target();
    if (outside == null) {
      var taker = new TableMeasures(target, options.seed);
      return new TextContest(spec, options, data, taker, new Messages()).run("intent");
    }
    int place = target.classes().indexOf(outside);
    if (place < 0) {
      throw new WrongUsageException(
          "--oos names the label %s, which no text has".formatted(outside));
    }
    var taker = new IntentMeasures(target, place, options.seed);
    return new TextContest(spec, options, data, taker, new Scoped(outside, lost)).run("intent");
  }

  /** Whose texts are short. */
  private static class Messages implements TextContest.Dress {
    @Override
    public <O extends Record> O usual(TextAlgorithm<O> algorithm) {
      return algorithm.presets().getOrDefault(LinearText.MESSAGES, algorithm.standard());
    }
  }

  /** Lets algorithms refuse. */
  private static final class Scoped extends Messages {

    private final String outside;
    private final double lost;

    Scoped(String outside, double lost) {
      this.outside = outside;
      this.lost = lost;
    }

    @Override
    public <O extends Record> TextAlgorithm<O> of(TextAlgorithm<O> algorithm) {
      return new ScopedText<>(algorithm, outside, lost);
    }
  }
}
