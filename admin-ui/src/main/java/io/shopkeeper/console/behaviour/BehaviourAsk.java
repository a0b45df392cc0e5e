package io.shopkeeper.console.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.BehaviourQuery;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import io.shopkeeper.prediction.boundary.behaviour.Within;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an address asks for. What cannot be read is a fault, and what is usual is taken in its
 * place.
 *
 * @param query channel, segment and period
 * @param steps of the funnel, 2 to 6
 * @param within what the funnel's steps must be taken in
 * @param depth steps of a path that are looked at
 * @param support the least support of a rule in percent, one of {@link #SUPPORTS}
 * @param confidence the least confidence of a rule in percent, one of {@link #CONFIDENCES}
 * @param group whose customers a table of the RFM view lists; empty for the grid
 * @param faults by pointer, as the server says them
 */
public record BehaviourAsk(
    View view,
    BehaviourQuery query,
    List<EventType> steps,
    Within within,
    int depth,
    String support,
    String confidence,
    Optional<RfmView.Group> group,
    Map<String, String> faults) {

  /** Supports to choose from, in percent. */
  public static final List<String> SUPPORTS = List.of("0.1", "0.2", "0.5", "1", "2", "5");

  /** Confidences to choose from, in percent. */
  public static final List<String> CONFIDENCES = List.of("0", "10", "20", "30", "50", "70");

  /** Depths of paths to choose from. */
  public static final List<Integer> DEPTHS = List.of(2, 3, 4, 5, 6, 8, 12);

  private static final List<EventType> USUAL_STEPS =
      List.of(EventType.VIEW, EventType.CART, EventType.PURCHASE);
  private static final int USUAL_DEPTH = 5;

  public BehaviourAsk {
    steps = List.copyOf(steps);
    faults = Map.copyOf(faults);
  }

  /**
   * Reads an address.
   *
   * @param parameter gives a parameter's text; empty for a missing or blank one
   * @param last the last day of what is known
   */
  public static BehaviourAsk of(Function<String, Optional<String>> parameter, LocalDate last) {
    Map<String, String> faults = new HashMap<>();
    View view = one(View.class, parameter.apply("view"), View.FUNNEL, "/view", faults);
    return new BehaviourAsk(
        view,
        query(parameter, view, last, faults),
        steps(parameter, faults),
        one(Within.class, parameter.apply("within"), Within.SESSION, "/within", faults),
        among(
                DEPTHS.stream().map(String::valueOf).toList(),
                parameter.apply("depth"),
                "/depth",
                faults)
            .map(Integer::parseInt)
            .orElse(USUAL_DEPTH),
        among(SUPPORTS, parameter.apply("support"), "/support", faults).orElse("0.5"),
        among(CONFIDENCES, parameter.apply("confidence"), "/confidence", faults).orElse("10"),
        Optional.ofNullable(
            one(RfmView.Group.class, parameter.apply("group"), null, "/group", faults)),
        faults);
  }

  private static BehaviourQuery query(
      Function<String, Optional<String>> parameter,
      View view,
      LocalDate last,
      Map<String, String> faults) {
    try {
      return BehaviourQuery.of(
          parameter.apply("from").orElse(null),
          parameter.apply("to").orElse(null),
          parameter.apply("channel").orElse(null),
          parameter.apply("segment").orElse(null),
          last,
          view.usualDays());
    } catch (InvalidInputException invalid) {
      for (FieldError error : invalid.errors()) {
        faults.put(error.pointer(), error.message());
      }
      return BehaviourQuery.of(null, null, null, null, last, view.usualDays());
    }
  }

  private static List<EventType> steps(
      Function<String, Optional<String>> parameter, Map<String, String> faults) {
    List<EventType> steps = new ArrayList<>();
    for (int i = 1; i <= Behaviour.MOST_STEPS; i++) {
      parameter
          .apply("step" + i)
          .ifPresent(
              text -> {
                EventType step = one(EventType.class, Optional.of(text), null, "/steps", faults);
                if (step != null) {
                  steps.add(step);
                }
              });
    }
    if (steps.size() == 1) {
      faults.put("/steps", "must be 2 to %d steps, but are 1".formatted(Behaviour.MOST_STEPS));
    }
    return steps.size() < 2 ? USUAL_STEPS : steps;
  }

  private static <E extends Enum<E>> E one(
      Class<E> type,
      Optional<String> text,
      E otherwise,
      String pointer,
      Map<String, String> faults) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return among(names, text, pointer, faults)
        .map(name -> Enum.valueOf(type, name))
        .orElse(otherwise);
  }

  private static Optional<String> among(
      List<String> names, Optional<String> text, String pointer, Map<String, String> faults) {
    Optional<String> known = text.map(String::strip).filter(names::contains);
    if (text.isPresent() && known.isEmpty()) {
      faults.put(pointer, "must be one of " + String.join(", ", names));
    }
    return known;
  }

  /** Support from 0 to 1. */
  public double supportShare() {
    return Double.parseDouble(support) / 100;
  }

  /** Confidence from 0 to 1. */
  public double confidenceShare() {
    return Double.parseDouble(confidence) / 100;
  }
}
