package io.shopkeeper.console.placement;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.explanation.Explanation;
import io.shopkeeper.recommendation.boundary.explanation.Fate;
import io.shopkeeper.recommendation.boundary.explanation.FeaturePart;
import io.shopkeeper.recommendation.boundary.explanation.ProductTrace;
import io.shopkeeper.recommendation.boundary.explanation.RuleFactor;
import io.shopkeeper.recommendation.boundary.explanation.SourceChance;
import io.shopkeeper.recommendation.boundary.explanation.SourcePart;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What happened to a product, in sentences: why this, why here, why not that. */
@RequestScoped
public class TraceWords {

  /** Features that are named for a product, and against it. */
  private static final int MOST_NAMED = 3;

  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private RuleWords rules;

  /** Every step, in the order in which it happened. */
  List<String> steps(Explanation answer, ProductTrace trace) {
    List<String> steps = new ArrayList<>();
    trace.sources().forEach(part -> steps.add(part(trace, part)));
    trace.chances().forEach(chance -> steps.add(chance(chance)));
    ranking(answer, trace).ifPresent(steps::add);
    trace.factors().forEach(factor -> steps.add(factor(answer, factor)));
    steps.add(fate(answer, trace));
    return steps;
  }

  private String part(ProductTrace trace, SourcePart part) {
    String source = words.of("sourceKind", part.source().word());
    if (part.share() > 0) {
      return words.format(
          "trace.part",
          source,
          formats.percent(part.share() / trace.blended()),
          part.place(),
          part.reasonText());
    }
    return trace.fate().isShown()
        ? words.format("trace.filled", source, part.place(), part.reasonText())
        : words.format("trace.waiting", source, part.place());
  }

  private Optional<String> ranking(Explanation answer, ProductTrace trace) {
    if (answer.recipe().rank() != Rank.PURCHASE || trace.rank() == 0) {
      return Optional.empty();
    }
    if (trace.probability() == null) {
      return Optional.of(words.format("trace.probability.none"));
    }
    String probability = formats.probability(trace.probability());
    return Optional.of(
        trace.parts().isEmpty()
            ? words.format("trace.probability", probability)
            : words.format(
                "trace.probability.why",
                probability,
                named(trace, part -> part.adds() > 0),
                named(trace, part -> part.adds() < 0)));
  }

  private String named(ProductTrace trace, Predicate<FeaturePart> wanted) {
    String named =
        trace.parts().stream()
            .filter(wanted)
            .limit(MOST_NAMED)
            .map(FeaturePart::label)
            .collect(Collectors.joining(words.format("trace.probability.join")));
    return named.isEmpty() ? words.format("trace.probability.nothing") : named;
  }

  private String chance(SourceChance chance) {
    String source = words.of("sourceKind", chance.source().word());
    if (chance.proposed() == 0) {
      return words.format("trace.chance.none", source);
    }
    return chance.score() == null
        ? words.format("trace.chance.silent", source)
        : words.format(
            "trace.chance",
            source,
            formats.metric(chance.score()),
            chance.proposed(),
            formats.metric(chance.least()));
  }

  private String factor(Explanation answer, RuleFactor factor) {
    return words.format(
        "trace.factor",
        factor.rule() + 1,
        String.format(Locale.ROOT, "%.2f", factor.factor()),
        said(answer, factor.rule()));
  }

  /** What became of it. */
  String fate(Explanation answer, ProductTrace trace) {
    String key = "trace.fate." + trace.fate();
    return switch (trace.fate()) {
      case SHOWN ->
          trace.place() == trace.rank()
              ? words.format(key, trace.place())
              : words.format(key + ".moved", trace.place(), trace.rank());
      case PINNED, CAPPED, BURIED, HIDDEN ->
          words.format(
              key, trace.rule() + 1, said(answer, trace.rule()), trace.place(), trace.rank());
      case OUTRANKED -> words.format(key, trace.rank(), answer.shown().size());
      case FILLED -> words.format(key, trace.place());
      case NOT_PROPOSED, UNKNOWN, NOT_SOLD, OTHER_CATEGORY, UNWANTED, ON_THE_PAGE ->
          words.format(key, trace.productId());
    };
  }

  private String said(Explanation answer, int rule) {
    return rules.says(answer.recipe().rules().get(rule));
  }

  /** How good the fate is: {@code ok}, {@code info}, {@code plain} or {@code warn}. */
  static String tone(Fate fate) {
    return switch (fate) {
      case SHOWN -> "ok";
      case PINNED -> "live";
      case FILLED -> "info";
      case OUTRANKED, NOT_PROPOSED, ON_THE_PAGE, UNWANTED, OTHER_CATEGORY -> "plain";
      case CAPPED, BURIED, HIDDEN, NOT_SOLD, UNKNOWN -> "warn";
    };
  }
}
