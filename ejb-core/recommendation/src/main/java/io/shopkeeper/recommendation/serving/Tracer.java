package io.shopkeeper.recommendation.serving;

import io.shopkeeper.recommendation.boundary.explanation.Fate;
import io.shopkeeper.recommendation.boundary.explanation.ProductTrace;
import io.shopkeeper.recommendation.boundary.explanation.RuleFactor;
import io.shopkeeper.recommendation.boundary.explanation.SourceChance;
import io.shopkeeper.recommendation.boundary.explanation.SourcePart;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.pipeline.Admission;
import io.shopkeeper.recommendation.pipeline.Candidate;
import io.shopkeeper.recommendation.pipeline.Proposals;
import io.shopkeeper.recommendation.pipeline.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened to the products of one answer, as records. */
final class Tracer {

  private final Answers.Made made;
  private final Locale locale;

  Tracer(Answers.Made made, Locale locale) {
    this.made = made;
    this.locale = locale;
  }

  /** Of one that was proposed or pinned. */
  ProductTrace of(Candidate candidate) {
    boolean shown = candidate.shownAt() > 0;
    Reason reason = shown ? candidate.reason() : null;
    return new ProductTrace(
        candidate.productId(),
        candidate.article().title(locale),
        fate(candidate),
        candidate.shownAt(),
        candidate.ranked(),
        candidate.blended(),
        Double.isNaN(candidate.probability()) ? null : Double.valueOf(candidate.probability()),
        made.ranking().parts(candidate, locale),
        candidate.score(),
        candidate.shares().stream().map(this::part).toList(),
        candidate.weighed().stream()
            .map(weighed -> new RuleFactor(weighed.rule(), weighed.factor()))
            .toList(),
        rule(candidate.rule()),
        shown ? reason.code() : null,
        shown ? reason.text(made.shelf(), locale) : null,
        fate(candidate) == Fate.NOT_PROPOSED ? chances(candidate.productId()) : List.of());
  }

  /** Of any. */
  ProductTrace of(String productId) {
    Optional<Candidate> candidate = made.outcome().candidate(productId);
    return candidate.isPresent() ? of(candidate.get()) : left(productId);
  }

  private ProductTrace left(String productId) {
    Optional<Admission.Refusal> refusal = made.outcome().admission().refusal(productId);
    Fate fate = refusal.map(Tracer::fate).orElse(Fate.NOT_PROPOSED);
    return new ProductTrace(
        productId,
        made.shelf().title(productId, locale).orElse(productId),
        fate,
        0,
        0,
        0,
        null,
        List.of(),
        0,
        List.of(),
        List.of(),
        refusal.map(found -> rule(found.rule())).orElse(null),
        null,
        null,
        fate == Fate.NOT_PROPOSED ? chances(productId) : List.of());
  }

  private static Integer rule(int rule) {
    return rule < 0 ? null : Integer.valueOf(rule);
  }

  private SourcePart part(Candidate.Share share) {
    Reason reason = share.proposals().grounds().of(share.place() - 1);
    return new SourcePart(
        share.source(),
        share.place(),
        share.score(),
        share.share(),
        reason.code(),
        reason.text(made.shelf(), locale));
  }

  private static Fate fate(Candidate candidate) {
    return switch (candidate.fate()) {
      case SHOWN -> candidate.ranked() == 0 ? Fate.FILLED : Fate.SHOWN;
      case PINNED -> Fate.PINNED;
      // What only the fallback had in store was proposed by none of the sources that are blended.
      case OUTRANKED -> candidate.ranked() == 0 ? Fate.NOT_PROPOSED : Fate.OUTRANKED;
      case CAPPED -> Fate.CAPPED;
      case BURIED -> Fate.BURIED;
    };
  }

  private static Fate fate(Admission.Refusal refusal) {
    return switch (refusal.cause()) {
      case UNKNOWN -> Fate.UNKNOWN;
      case NOT_SOLD -> Fate.NOT_SOLD;
      case OTHER_CATEGORY -> Fate.OTHER_CATEGORY;
      case UNWANTED -> Fate.UNWANTED;
      case ON_THE_PAGE -> Fate.ON_THE_PAGE;
      case RULE -> Fate.HIDDEN;
    };
  }

  /** Each source of the blend is asked for this one product alone. */
  private List<SourceChance> chances(String productId) {
    return made.ready().recipe().sources().stream().map(share -> chance(share, productId)).toList();
  }

  private SourceChance chance(SourceShare share, String productId) {
    Proposals alone =
        made.sources().of(share).propose(made.ask(), 1, article -> article.id().equals(productId));
    List<Double> proposed = scores(share.source());
    return new SourceChance(
        share.source(),
        alone.size() == 0 ? null : Double.valueOf(alone.scores()[0]),
        proposed.stream().min(Double::compare).orElse(null),
        proposed.size());
  }

  private List<Double> scores(SourceKind source) {
    return made.outcome().candidates().values().stream()
        .flatMap(candidate -> candidate.shares().stream())
        .filter(share -> share.source() == source)
        .map(Candidate.Share::score)
        .toList();
  }
}
