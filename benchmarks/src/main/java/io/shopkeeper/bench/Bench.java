package io.shopkeeper.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.bench.data.Interactions;
import io.shopkeeper.bench.data.MadeTables;
import io.shopkeeper.bench.data.MovieLens;
import io.shopkeeper.bench.data.Shoppers;
import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.bench.kernel.KernelBenchmarks;
import io.shopkeeper.ml.kernel.BackendFinding;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.blas.OpenBlas;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures our kernels, beside peers where that is wanted. */
@Command(
    name = "shopkeeper bench",
    subcommands = DataCommand.class,
    mixinStandardHelpOptions = true,
    description = {
      "Measures our kernels: medians of runs by turns, both warmed up; above 1 ours is better.",
      "  similarity  item-item cosine, the 50 nearest of each",
      "  top         the exact ten best of 50,000 vectors",
      "  ann         the ten best of 50,000 vectors, approximately (recall at least .99)",
      "  gemm        product of matrices, single precision",
      "  als         alternating least squares, rank 32",
      "  mlp         multilayer perceptron of 64 units, case B",
      "  boosting    gradient boosting, 100 trees, case D",
      "  logistic    logistic regression, case D",
      "  behaviour   funnels, paths, sessions, cohorts, RFM and baskets of a million events",
      "  kernels     single kernels of each provider, by JMH (some minutes; not among all)",
      "  scaling     similarity, top, als, mlp and boosting at three sizes, with the exponent",
      "  data        writes tables of the leaderboards as files: see data --help"
    })
public final class Bench implements Callable<Integer> {

  private static final List<String> NAMES =
      List.of(
          "similarity",
          "top",
          "ann",
          "gemm",
          "als",
          "mlp",
          "boosting",
          "logistic",
          "behaviour",
          "kernels",
          "scaling");

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "One of them. Default: all.")
  private String name;

  @Option(names = "--peers", description = "Run the peers beside ours.")
  private boolean peers;

  @Option(names = "--gpu", description = "Compute on the device; fails without one.")
  private boolean gpu;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Of each, at least 3.")
  private int runs;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "At most so many. Default: all cores.")
  private Integer threads;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Of the generated interactions (case C). Default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(
      names = "--ml100k",
      paramLabel = "FILE",
      description = "u.data of MovieLens 100K, to measure similarity and als on it too.")
  private Path movieLens;

  @Option(
      names = "--shoppers",
      paramLabel = "FILE",
      description = "online_shoppers_intention.csv, to measure boosting and logistic on it too.")
  private Path shoppers;

  @Spec private CommandSpec spec;

  private final List<Row> rows = new ArrayList<>();

  /** Runs and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() {
    if (name != null && !NAMES.contains(name)) {
      throw wrong("NAME must be one of %s, but is %s".formatted(String.join(", ", NAMES), name));
    }
    if (runs < 3 || users < 100 || (threads != null && threads < 1)) {
      throw wrong("--runs must be 3 or more, --users 100 or more, --threads 1 or more");
    }
    for (Path file : new Path[] {movieLens, shoppers}) {
      if (file != null && !Files.isRegularFile(file)) {
        throw wrong("there is no file " + file);
      }
    }
    if ("kernels".equals(name)) {
      return kernels();
    }
    int width = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    try (var pool = new ForkJoinPool(width);
        var backends = KernelBackends.start(Workers.of(pool, width), gpu ? "cuda" : "auto");
        var single = KernelBackends.start(Workers.callerOnly(), "auto")) {
      if (gpu && !backends.kernels().name().equals("cuda")) {
        spec.commandLine().getErr().println("No device computes: " + why(backends));
        return 1;
      }
      // Algorithms take the kernels, and with them their threads, from here.
      KernelBackends.install(() -> backends);
      measure(backends, single, width);
    } finally {
      KernelBackends.install(null);
    }
    return 0;
  }

  private int kernels() {
    try {
      KernelBenchmarks.run(runs, json, spec.commandLine().getOut());
      return 0;
    } catch (RunnerException failed) {
      spec.commandLine().getErr().println("A benchmark failed: " + failed.getMessage());
      return 1;
    }
  }

  private static String why(KernelBackends backends) {
    return backends.findings().stream()
        .filter(found -> found.name().equals("cuda"))
        .map(BackendFinding::detail)
        .findFirst()
        .orElse("the module is missing");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void measure(KernelBackends backends, KernelBackends single, int width) {
    Kernels kernels = backends.kernels();
    note("%s: %s".formatted(kernels.name(), kernels.description()));
    Optional<OpenBlas> blas = peers ? openBlas() : Optional.empty();
    if (wanted("similarity")) {
      var similarity = new Similarity(kernels, peers);
      if (movieLens != null) {
        print(similarity.measure(MovieLens.interactions(movieLens), Math.max(runs, 9)));
      }
      print(similarity.measure(Interactions.generate(users), runs));
    }
    if (wanted("top")) {
      // One query is served on one thread, as a server with many visitors does.
      new Ranking(gpu ? kernels : single.kernels(), blas, peers).measure(runs).forEach(this::print);
    }
    if (wanted("ann")) {
      new NearSearch(single.kernels(), this::note)
          .measure(single.kernels().name(), peers, runs)
          .forEach(this::print);
    }
    if (wanted("gemm")) {
      List<Kernels> providers = new ArrayList<>(List.of(kernels));
      if (!kernels.name().equals("vector")) {
        KernelBackends vector = KernelBackends.start(backends.workers(), "vector");
        providers.add(vector.kernels());
      }
      new Products(providers, blas, width).measure(2048, runs).forEach(this::print);
    }
    if (wanted("als")) {
      var factors = new Factors(kernels);
      if (movieLens != null) {
        print(factors.ratings(movieLens, Math.max(runs, 9)));
      }
      print(factors.interactions(Interactions.generate(users), runs));
    }
    if (wanted("mlp")) {
      new ClassifierRun(new Perceptrons(), kernels, peers, this::note)
          .measure(MadeTables.purchases(), runs)
          .forEach(this::print);
    }
    tables(kernels, width);
    if (wanted("behaviour")) {
      new BehaviourQuestions().measure(runs).forEach(this::print);
    }
    if (wanted("scaling")) {
      scaling(kernels, single.kernels());
    }
    blas.ifPresent(OpenBlas::close);
  }

  private void tables(Kernels kernels, int width) {
    if (!wanted("boosting") && !wanted("logistic")) {
      return;
    }
    var cases = new ArrayList<TabularCase>();
    if (shoppers != null) {
      cases.add(Shoppers.read(shoppers));
    }
    cases.add(MadeTables.nonLinear(1_000_000));
    for (TabularCase data : cases) {
      if (wanted("boosting")) {
        new BoostedTrees(peers, width, this::note).measure(data, runs).forEach(this::print);
      }
      if (wanted("logistic")) {
        new ClassifierRun(new Classifying(), kernels, peers, this::note)
            .measure(data, runs)
            .forEach(this::print);
      }
    }
  }

  private void scaling(Kernels kernels, Kernels single) {
    int[] sizes = {users / 4, users / 2, users};
    List<Interactions> cases = IntStream.of(sizes).mapToObj(Interactions::generate).toList();
    var similarity = new Similarity(kernels, false);
    exponent(
        "similarity, seconds by pair products of case C",
        cases.stream().mapToDouble(Interactions::pairProducts).toArray(),
        i -> similarity.seconds(cases.get(i)));
    var factors = new Factors(kernels);
    exponent(
        "implicit ALS, seconds of an iteration by interactions of case C",
        cases.stream().mapToDouble(data -> data.items().length).toArray(),
        i -> factors.seconds(cases.get(i), 3));
    int[] items = {12_500, 25_000, 50_000};
    var ranking = new Ranking(single, Optional.empty(), false);
    exponent(
        "top-10, seconds by items",
        IntStream.of(items).asDoubleStream().toArray(),
        i -> ranking.seconds(items[i]));
    int[] purchases = {50_000, 100_000, 200_000};
    var perceptrons = new ClassifierRun(new Perceptrons(), kernels, false, this::note);
    TabularCase made = MadeTables.purchases();
    exponent(
        "perceptron of 64, seconds of 10 epochs by rows of case B",
        IntStream.of(purchases).asDoubleStream().toArray(),
        i -> perceptrons.seconds(made.select(IntStream.range(0, purchases[i]).toArray()), 3));
    int[] rowsOfD = {125_000, 250_000, 500_000};
    exponent(
        "boosting of 100 trees, seconds by rows of case D",
        IntStream.of(rowsOfD).asDoubleStream().toArray(),
        i -> BoostedTrees.seconds(MadeTables.nonLinear(rowsOfD[i])));
  }

  /** Least squares of log(time) by log(size). */
  private void exponent(String what, double[] sizes, IntToDoubleFunction seconds) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    var text = new StringBuilder(what).append(':');
    for (int i = 0; i < sizes.length; i++) {
      double taken = seconds.applyAsDouble(i);
      double logSize = Math.log(sizes[i]);
      double logTime = Math.log(taken);
      x += logSize;
      y += logTime;
      xx += logSize * logSize;
      xy += logSize * logTime;
      text.append(String.format(Locale.ROOT, " %,.0f → %.3g s,", sizes[i], taken));
    }
    int n = sizes.length;
    double slope = (n * xy - x * y) / (n * xx - x * x);
    note(text.append(String.format(Locale.ROOT, " exponent %.2f", slope)).toString());
  }

  private Optional<OpenBlas> openBlas() {
    try {
      return Optional.of(OpenBlas.load());
    } catch (UnavailableException missing) {
      note("OpenBLAS is left out: " + missing.getMessage());
      return Optional.empty();
    }
  }

  private boolean wanted(String bench) {
    return name == null || name.equals(bench);
  }

  private void print(Row row) {
    rows.add(row);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().valueToTree(row.json()));
    } else {
      out.printf(
          Locale.ROOT,
          "%-34s %-12s %-7s %10.4g %-8s %6.0f MB",
          row.bench(),
          row.input(),
          row.backend(),
          row.ours(),
          row.unit(),
          row.oursMemory());
      if (row.paired()) {
        out.printf(
            Locale.ROOT,
            "   %-24s %10.4g %-8s %6.0f MB   ratio %.2f",
            row.peer(),
            row.peerValue(),
            row.unit(),
            row.peerMemory(),
            row.ratio());
      }
      out.println();
    }
    out.flush();
  }

  /** To the standard error where the output is for machines. */
  private void note(String text) {
    PrintWriter writer = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    writer.println(text);
    writer.flush();
  }
}
