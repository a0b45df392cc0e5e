package io.shopkeeper.bench.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs them, each in a process of its own, and prints time, operations and bytes a second. */
public final class KernelBenchmarks {

  private KernelBenchmarks() {}

  /**
   * Runs.
   *
   * @param runs measured seconds of each, after three of warm-up
   * @param json one object a line
   * @throws RunnerException if a benchmark fails
   */
  public static void run(int runs, boolean json, PrintWriter out) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(KernelBenchmarks.class.getPackageName().replace(".", "\\.") + "\\..*")
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(runs)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .jvmArgsAppend(quiet())
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      print(result, json, out);
    }
  }

  /** JMH reads fields by a class that newer Javas warn of. */
  private static String[] quiet() {
    return Runtime.version().feature() < 23
        ? new String[0]
        : new String[] {"--sun-misc-unsafe-memory-access=allow"};
  }

  private static void print(RunResult result, boolean json, PrintWriter out) {
    Result<?> time = result.getPrimaryResult();
    String kernel = time.getLabel();
    String provider = result.getParams().getParam("provider");
    Work work = work(result.getParams().getBenchmark());
    double gigaOperations = work.operations() / time.getScore() * 1e-3;
    double gigaBytes = work.bytes() / time.getScore() * 1e-3;
    if (json) {
      var object = new LinkedHashMap<String, Object>();
      object.put("bench", kernel);
      object.put("backend", provider);
      object.put("ours", time.getScore());
      object.put("error", time.getScoreError());
      object.put("unit", "µs");
      object.put("gflops", gigaOperations);
      object.put("gbytes", gigaBytes);
      object.put("runs", time.getSampleCount());
      out.println(new ObjectMapper().valueToTree(object));
    } else {
      out.printf(
          Locale.ROOT,
          "%-20s %-7s %12.1f µs ± %8.1f%s%n",
          kernel,
          provider,
          time.getScore(),
          time.getScoreError(),
          work.operations() == 0
              ? ""
              : String.format(
                  Locale.ROOT, "   %7.1f GFLOP/s   %6.1f GB/s", gigaOperations, gigaBytes));
    }
    out.flush();
  }

  private static Work work(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    try {
      return Arrays.stream(Class.forName(benchmark.substring(0, dot)).getMethods())
          .filter(method -> method.getName().equals(benchmark.substring(dot + 1)))
          .map(KernelBenchmarks::workOf)
          .findFirst()
          .orElseThrow();
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(benchmark, gone);
    }
  }

  private static Work workOf(Method method) {
    return method.getAnnotation(Work.class);
  }
}
