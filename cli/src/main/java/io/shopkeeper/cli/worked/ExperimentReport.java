package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.cli.worked.ExperimentCase.Course;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the case of experiments found, beside its bars.
 *
 * @param daily visitors of all arms
 * @param planned units of each arm
 * @param same the courses without a difference
 * @param planted those with the lift
 * @param logs the estimators of each log, in one order
 */
record ExperimentReport(
    long seed,
    int runs,
    int days,
    int daily,
    long planned,
    double lift,
    double power,
    List<Course> same,
    List<Course> planted,
    List<List<Estimator>> logs)
    implements Printed {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double SURE = 0.95;

  /**
   * One estimator on one log.
   *
   * @param covers whether its interval for any number of looks holds the truth
   * @param coversOnce whether the usual 95 % interval does
   * @param width half of the interval, as a share of the truth
   * @param error signed, as a share of the truth
   */
  record Estimator(
      String name, boolean covers, boolean coversOnce, double width, double error, int warnings) {}

  private static long count(List<Course> courses, Predicate<Course> which) {
    return courses.stream().filter(which).count();
  }

  private static boolean alarms(Course course) {
    return course.found() > 0 || course.worse() > 0;
  }

  private static boolean finds(Course course) {
    return course.found() > 0;
  }

  private long sure() {
    return Math.round(SURE * runs);
  }

  private int medianDay() {
    int[] days =
        planted.stream().filter(ExperimentReport::finds).mapToInt(Course::found).sorted().toArray();
    return days.length == 0 ? 0 : days[days.length / 2];
  }

  private long mismatches() {
    return count(same, course -> course.mismatch() > 0)
        + count(planted, course -> course.mismatch() > 0);
  }

  /** The figures of one estimator over all logs. */
  private record Covered(
      String name, long any, long once, double width, double bias, long warned) {}

  private List<Covered> covered() {
    return IntStream.range(0, logs.getFirst().size())
        .mapToObj(place -> logs.stream().map(log -> log.get(place)).toList())
        .map(
            all ->
                new Covered(
                    all.getFirst().name(),
                    all.stream().filter(Estimator::covers).count(),
                    all.stream().filter(Estimator::coversOnce).count(),
                    all.stream().mapToDouble(Estimator::width).average().orElseThrow(),
                    all.stream().mapToDouble(Estimator::error).average().orElseThrow(),
                    all.stream().filter(one -> one.warnings() > 0).count()))
        .toList();
  }

  @Override
  public void text(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "experiment: %d runs each, %d days, %,d visitors a day, looked at every evening, seed %d%n%n",
        runs,
        days,
        daily,
        seed);
    line(
        out,
        "no difference: runs without a false alarm",
        runs - count(same, ExperimentReport::alarms),
        sure());
    line(
        out,
        "  the usual 95 % interval, looked at as often",
        runs - count(same, course -> course.naive() > 0),
        0);
    line(
        out,
        "a lift of %.0f %%: runs that find it".formatted(100 * lift),
        count(planted, ExperimentReport::finds),
        Math.round(power * runs));
    out.printf(
        Locale.ROOT,
        "  planned for %,d visitors in each arm; found on day %d in the median, called worse in %d%n",
        planned,
        medianDay(),
        count(planted, course -> course.worse() > 0));
    out.printf("  false alarms about the numbers of visitors: %d of %d%n", mismatches(), 2 * runs);
    for (Covered one : covered()) {
      line(
          out,
          "from the log, %s: intervals that hold the truth".formatted(one.name()),
          one.any(),
          sure());
      out.printf(
          Locale.ROOT,
          "  ± %.1f %% of it on average, mean error %+.2f %%; the usual 95 %% interval: %d; warned: %d%n",
          100 * one.width(),
          100 * one.bias(),
          one.once(),
          one.warned());
    }
  }

  private void line(PrintWriter out, String what, long reached, long bar) {
    String beside =
        bar == 0 ? "" : "   bar %d   %s".formatted(bar, reached >= bar ? "reached" : "MISSED");
    out.printf(Locale.ROOT, "%-58s %3d of %d%s%n", what, reached, runs, beside);
  }

  @Override
  public void json(PrintWriter out) {
    ObjectNode none = part("no-difference");
    none.putObject("metrics")
        .put("quiet_runs", runs - count(same, ExperimentReport::alarms))
        .put("quiet_runs_usual_interval", runs - count(same, course -> course.naive() > 0))
        .put("mismatch_alarms", mismatches());
    out.println(none.put("bar", sure()));
    ObjectNode found = part("planted-lift");
    found.put("lift", lift).put("power", power).put("plannedUnits", planned);
    found
        .putObject("metrics")
        .put("found_runs", count(planted, ExperimentReport::finds))
        .put("worse_runs", count(planted, course -> course.worse() > 0))
        .put("median_day", medianDay());
    out.println(found.put("bar", Math.round(power * runs)));
    for (Covered one : covered()) {
      ObjectNode log = part("off-policy").put("estimator", one.name());
      log.putObject("metrics")
          .put("covering_runs", one.any())
          .put("covering_runs_usual_interval", one.once())
          .put("half_width", one.width())
          .put("mean_error", one.bias())
          .put("warned_runs", one.warned());
      out.println(log.put("bar", sure()));
    }
  }

  private ObjectNode part(String name) {
    return JSON.createObjectNode()
        .put("case", "experiment")
        .put("part", name)
        .put("seed", seed)
        .put("runs", runs);
  }
}
