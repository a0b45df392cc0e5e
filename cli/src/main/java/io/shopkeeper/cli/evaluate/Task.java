package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.compute.LocalCompute;
import io.shopkeeper.ml.kernel.Workers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What all tasks do alike: choose algorithms, run each, report. */
final class Task {

  private final CommandSpec spec;
  private final RunOptions options;
  private final List<String> known;
  private final String standard;

  /**
   * @param known all algorithms
   * @param standard the product's default
   */
  Task(CommandSpec spec, RunOptions options, List<String> known, String standard) {
    this.spec = spec;
    this.options = options;
    this.known = known;
    this.standard = standard;
  }

  /** The algorithms that were asked for. */
  List<String> chosen() {
    if (options.algorithm.equals("all")
        && (options.preset != null || !options.settings.isEmpty())) {
      throw new WrongUsageException("--preset and --option need one --algorithm, not all");
    }
    return switch (options.algorithm) {
      case "all" -> known;
      case "default" -> List.of(standard);
      default -> {
        if (!known.contains(options.algorithm)) {
          throw new WrongUsageException(
              "--algorithm must be all or one of %s, but is %s"
                  .formatted(String.join(", ", known), options.algorithm));
        }
        yield List.of(options.algorithm);
      }
    };
  }

  /**
   * Runs the algorithms in turn; of several, one that the data does not fit is left out with a
   * word.
   */
  int run(
      String name, DataSummary data, List<String> algorithms, Function<String, Outcome> measure) {
    PrintWriter out = spec.commandLine().getOut();
    var report = new EvaluationReport(name, standard, data, options.seed);
    List<Outcome> outcomes = new ArrayList<>();
    for (String algorithm : algorithms) {
      try {
        Outcome outcome = onThreads(options.threads, () -> measure.apply(algorithm));
        outcomes.add(outcome);
        if (options.json) {
          out.println(report.json(outcome));
          out.flush();
        }
      } catch (IllegalArgumentException unfit) {
        if (algorithms.size() == 1) {
          throw new CommandFailedException(algorithm + ": " + unfit.getMessage(), unfit);
        }
        spec.commandLine().getErr().println(algorithm + " left out: " + unfit.getMessage());
      }
    }
    if (!options.json) {
      report.print(outcomes, out);
    }
    return 0;
  }

  /**
   * Parallel streams within run on as many threads as were asked for.
   *
   * @param wanted null for all cores
   */
  static <T> T onThreads(Integer wanted, Callable<T> work) {
    int threads = wanted == null ? Runtime.getRuntime().availableProcessors() : wanted;
    if (threads < 1 || threads > 1024) {
      throw new WrongUsageException("--threads must be 1 to 1024, but is " + threads);
    }
    try (var pool = new ForkJoinPool(threads);
        var compute = LocalCompute.open(Workers.of(pool, threads))) {
      return compute.call(pool, work);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CommandFailedException("Failed: " + failed.getCause(), failed);
    }
  }

  /** Turns a wrong value into picocli's report of wrong usage, exit status 2. */
  static int guarded(CommandLine command, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (WrongUsageException wrong) {
      throw new ParameterException(command, wrong.getMessage());
    }
  }
}
