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

  /** The first day from which on the quality is back and stays; empty if it never is. */
  OptionalInt adaptiveBack() {
    return back(Day::adaptiveShare);
  }

  OptionalInt frozenBack() {
    return back(Day::frozenShare);
  }

  private OptionalInt back(ToDoubleFunction<Day> share) {
    int first = 0;
    for (Day day : days) {
      if (day.day() >= DriftCase.CHANGE) {
        boolean good = share.applyAsDouble(day) >= DriftCase.BACK * before();
        first = !good ? 0 : first == 0 ? day.day() : first;
      }
    }
    return first == 0 ? OptionalInt.empty() : OptionalInt.of(first);
  }

  /** Whether the quality was back in time. */
  boolean recovered() {
    return adaptiveBack().orElse(Integer.MAX_VALUE) <= DriftCase.CHANGE + DriftCase.WITHIN;
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
        "back at %.0f %% of what it was before (%.0f %% of the truth) by day %d: adaptive %s, %s; frozen %s%n",
        100 * DriftCase.BACK,
        100 * before(),
        DriftCase.CHANGE + DriftCase.WITHIN,
        day(adaptiveBack()),
        recovered() ? "reached" : "MISSED",
        day(frozenBack()));
    out.printf(
        "planted worse candidates that went live: %d of %d   %s%n",
        plantedPromoted(), planted(), plantedPromoted() == 0 ? "reached" : "MISSED");
  }

  private static String day(OptionalInt back) {
    return back.isPresent() ? "on day " + back.getAsInt() : "never";
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
    sum.put("before", before()).put("bar", DriftCase.CHANGE + DriftCase.WITHIN);
    put(sum, "adaptiveBack", adaptiveBack());
    put(sum, "frozenBack", frozenBack());
    sum.put("planted", planted()).put("plantedPromoted", plantedPromoted());
    out.println(sum);
  }

  private static void put(ObjectNode node, String name, OptionalInt day) {
    if (day.isPresent()) {
      node.put(name, day.getAsInt());
    } else {
      node.putNull(name);
    }
  }

  private ObjectNode part(String name) {
    return JSON.createObjectNode().put("case", "drift").put("part", name).put("seed", seed);
  }
}
