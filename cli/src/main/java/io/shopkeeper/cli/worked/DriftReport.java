package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.ml.drift.RetrainRule;
import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.QualityGate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What the case of drift found.
 *
 * @param days from the first one with a model
 */
record DriftReport(
    long seed, int users, int items, RetrainRule rule, QualityGate gate, List<Day> days)
    implements Printed {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A day.
   *
   * @param oracle NDCG@10 of who knows every taste
   * @param frozen of the first version for ever
   * @param adaptive of the version that serves
   * @param version that serves in the morning
   * @param shift in the evening, NaN before
   * @param candidate what the gate said of one that drift had trained; null if there was none
   * @param planted what it said of a planted one; null if there was none
   */
  record Day(
      int day,
      double oracle,
      double frozen,
      double adaptive,
      int version,
      double shift,
      GateVerdict candidate,
      GateVerdict planted) {

    Day with(double itsShift, GateVerdict itsCandidate, GateVerdict itsPlanted) {
      return new Day(day, oracle, frozen, adaptive, version, itsShift, itsCandidate, itsPlanted);
    }

    double adaptiveShare() {
      return adaptive / oracle;
    }

    double frozenShare() {
      return frozen / oracle;
    }
  }

  /** The mean share of the oracle's figure before the change. */
  double before() {
    return days.stream()
        .filter(day -> day.day() < DriftCase.CHANGE)
        .mapToDouble(Day::adaptiveShare)
        .average()
        .orElseThrow();
  }

  /** The first day of the time in which the quality must be back. */
  private static int due() {
    return DriftCase.CHANGE + DriftCase.WITHIN;
  }

  /** The mean share of the oracle's figure in the days in which it must be back. */
  private double after(ToDoubleFunction<Day> share) {
    return days.stream()
        .filter(day -> day.day() >= due())
        .mapToDouble(share)
        .average()
        .orElseThrow();
  }

  double adaptiveAfter() {
    return after(Day::adaptiveShare);
  }

  double frozenAfter() {
    return after(Day::frozenShare);
  }

  /** The first day after the change on which the quality is back; empty if there is none. */
  OptionalInt adaptiveBack() {
    return days.stream()
        .filter(day -> day.day() >= DriftCase.CHANGE && back(day.adaptiveShare()))
        .mapToInt(Day::day)
        .findFirst();
  }

  private boolean back(double share) {
    return share >= DriftCase.BACK * before();
  }

  /** Whether who adapts is back in time. */
  boolean recovered() {
    return back(adaptiveAfter());
  }

  /** Whether who is frozen is back in time. */
  boolean frozenRecovered() {
    return back(frozenAfter());
  }

  long planted() {
    return days.stream().map(Day::planted).filter(Objects::nonNull).count();
  }

  long plantedPromoted() {
    return days.stream()
        .map(Day::planted)
        .filter(Objects::nonNull)
        .filter(GateVerdict::passes)
        .count();
  }

  @Override
  public void text(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "drift: %d users, %d items, tastes change on the morning of day %d, seed %d%n",
        users,
        items,
        DriftCase.CHANGE,
        seed);
    out.printf(
        Locale.ROOT,
        "trained again above a shift of %.2f, at most once in %d h; live where no more than %.0f %% are lost%n%n",
        rule.threshold(),
        rule.pause().toHours(),
        100 * gate.tolerance());
    out.println("NDCG@10    truth   frozen         adaptive        serves   shift   evening");
    for (Day day : days) {
      out.printf(
          Locale.ROOT,
          "day %2d    %.4f   %.4f %4.0f %%   %.4f %4.0f %%   v%-5d   %.3f   %s%n",
          day.day(),
          day.oracle(),
          day.frozen(),
          100 * day.frozenShare(),
          day.adaptive(),
          100 * day.adaptiveShare(),
          day.version(),
          day.shift(),
          words(day));
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "of the truth: %.0f %% before the change; from day %d on %.0f %% adaptive, %.0f %% frozen%n",
        100 * before(),
        due(),
        100 * adaptiveAfter(),
        100 * frozenAfter());
    out.printf(
        Locale.ROOT,
        "at least %.0f %% of what it was, from day %d on: adaptive %s (first on day %s), frozen %s%n",
        100 * DriftCase.BACK,
        due(),
        recovered() ? "reached" : "MISSED",
        adaptiveBack().isPresent() ? Integer.toString(adaptiveBack().getAsInt()) : "–",
        frozenRecovered() ? "reached" : "never");
    out.printf(
        "planted worse candidates that went live: %d of %d   %s%n",
        plantedPromoted(), planted(), plantedPromoted() == 0 ? "reached" : "MISSED");
  }

  private static String words(Day day) {
    String candidate =
        day.candidate() == null
            ? ""
            : "trained again: " + (day.candidate().passes() ? "goes live" : "refused");
    String planted =
        day.planted() == null
            ? ""
            : "planted one: " + (day.planted().passes() ? "GOES LIVE" : "refused");
    return (candidate + (candidate.isEmpty() || planted.isEmpty() ? "" : "; ") + planted).strip();
  }

  @Override
  public void json(PrintWriter out) {
    for (Day day : days) {
      ObjectNode line = part("day").put("day", day.day()).put("version", day.version());
      line.putObject("metrics")
          .put("ndcg_at_10_truth", day.oracle())
          .put("ndcg_at_10_frozen", day.frozen())
          .put("ndcg_at_10_adaptive", day.adaptive())
          .put("shift", day.shift());
      line.put("candidate", day.candidate() == null ? null : day.candidate().name());
      line.put("planted", day.planted() == null ? null : day.planted().name());
      out.println(line);
    }
    ObjectNode sum = part("recovery");
    sum.put("dueDay", due()).put("bar", DriftCase.BACK);
    sum.putObject("metrics")
        .put("share_before", before())
        .put("share_after_adaptive", adaptiveAfter())
        .put("share_after_frozen", frozenAfter())
        .put("planted", planted())
        .put("planted_promoted", plantedPromoted());
    sum.put(
        "adaptiveBack", adaptiveBack().isPresent() ? (Integer) adaptiveBack().getAsInt() : null);
    out.println(sum);
  }

  private ObjectNode part(String name) {
    return JSON.createObjectNode().put("case", "drift").put("part", name).put("seed", seed);
  }
}
