package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.RecommendedProduct;
import io.shopkeeper.recommendation.boundary.recipe.Merge;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.recommendation.pipeline.Ask;
import io.shopkeeper.recommendation.pipeline.Candidate;
import io.shopkeeper.recommendation.pipeline.Exploration;
import io.shopkeeper.recommendation.pipeline.Outcome;
import io.shopkeeper.recommendation.pipeline.Pipeline;
import io.shopkeeper.recommendation.pipeline.Reason;
import io.shopkeeper.recommendation.pipeline.Shelf;
import io.shopkeeper.recommendation.pipeline.Sources;
import io.shopkeeper.recommendation.pipeline.Taste;
import io.shopkeeper.recommendation.ranking.AnswerRanking;
import io.shopkeeper.recommendation.ranking.FeatureBytes;
import io.shopkeeper.recommendation.ranking.ProductFacts;
import io.shopkeeper.recommendation.ranking.RankingFeatures;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the pipeline of a placement's recipe over the live model and the products as they are. */
@Dependent
public class Answers {

  private static final int MANY = 10;
  private static final ReadyRecipe SIMILAR = only(SourceKind.SIMILAR);
  private static final ReadyRecipe TOGETHER = only(SourceKind.TOGETHER);
  private static final ReadyRecipe TRENDING =
      ReadyRecipe.of(
          0,
          new Recipe(
              List.of(),
              Merge.SCORES,
              List.of(SourceKind.TRENDING, SourceKind.POPULAR, SourceKind.ASSORTMENT),
              List.of(),
              "off",
              null));

  private static final VisitorHistory.Known ANYBODY = new VisitorHistory.Known(Taste.UNKNOWN, true);

  @Inject private PromotedModels models;
  @Inject private ServingState state;
  @Inject private VisitorHistory histories;
  @Inject private Variety variety;
  @Inject private Recipes recipes;
  @Inject private Impressions impressions;
  @Inject private FeatureLog features;
  @Inject private KeptAnswers kept;
  @Inject private Settings settings;
  @Inject private Clock clock;

  private PromotedModel<RecommendationModel> recommending;
  private PromotedModel<PurchaseModel> ranking;
  private FeatureSample sample;
  private Assortment assortment;
  private Trends trends;

  @PostConstruct
  void begin() {
    recommending = models.holder(LiveModels.RECOMMENDATION);
    ranking = models.holder(LiveModels.RANKING);
    sample = features.sample();
    assortment = state.assortment();
    trends = state.trends();
  }

  private static ReadyRecipe only(SourceKind kind) {
    return ReadyRecipe.of(
        0,
        new Recipe(
            List.of(SourceShare.of(kind, 1)), Merge.SCORES, List.of(), List.of(), "off", null));
  }

  /** An answer and all that it was made of. */
  record Made(
      ReadyRecipe ready,
      Ask ask,
      boolean allowed,
      Optional<PromotedModel.Serving<RecommendationModel>> serving,
      Sources sources,
      AnswerRanking ranking,
      Outcome outcome) {

    Shelf shelf() {
      return sources.shelf();
    }

    /** Why nothing personal is in it; empty if something is, or the recipe asks for nothing. */
    Optional<String> fallbackReason() {
      if (!allowed) {
        return Optional.of("no_consent");
      }
      if (outcome.isPersonal() || !asksForVisitor(ready.recipe())) {
        return Optional.empty();
      }
      return Optional.of(
          serving.isEmpty()
              ? "no_model"
              : ask.taste().likes().isEmpty() ? "no_history" : "nothing_related");
    }
  }

  /** Products for a visitor; what was shown is logged, unless the visitor does not allow it. */
  public FormedAnswer recommend(RecommendationRequest request) {
    Choice choice = recipes.of(request);
    RememberedVisitor visitor = histories.visitor(request);
    boolean logged = visitor.allowed() && Impressions.unit(request).isPresent();
    boolean withFeatures = logged && sample.takes();
    var now =
        new Circumstances(
            choice,
            visitor,
            visitor.allowed() ? exploration(choice.ready(), request) : Exploration.NONE,
            assortment.current().changes(),
            recommending.current().orElse(null),
            ranking.current().orElse(null),
            trends.ranked(),
            settings.changes());
    Optional<KeptAnswers.Kept> known =
        withFeatures ? Optional.empty() : kept.find(request, now, clock.instant());
    if (known.isPresent()) {
      log(request, known.get(), logged, null);
      return known.get().given();
    }
    return fresh(request, now, logged, withFeatures);
  }

  private FormedAnswer fresh(
      RecommendationRequest request, Circumstances now, boolean logged, boolean withFeatures) {
    Choice choice = now.choice();
    Made made = make(choice.ready(), request, now.visitor(), now.exploration());
    List<Candidate> shown = made.outcome().shown();
    var given =
        new FormedAnswer(
            answer(made, choice, made.fallbackReason().orElse(null), request.locale()));
    var answered =
        new KeptAnswers.Kept(
            given,
            now,
            until(shown, KeptAnswers.end(request, made.ask().now())),
            shown.stream().map(Candidate::productId).collect(Collectors.joining("\n")),
            Impressions.dealing(made.outcome().chances(), request));
    kept.keep(request, answered);
    log(
        request,
        answered,
        logged,
        withFeatures ? FeatureBytes.pack(made.ranking().rows(shown)) : null);
    return given;
  }

  private void log(
      RecommendationRequest request, KeptAnswers.Kept answered, boolean logged, byte[] packed) {
    if (logged) {
      impressions.log(request, answered, packed);
    }
  }

  /** When an answer may not be given again any more: at the latest at its end. */
  private static Instant until(List<Candidate> shown, Instant end) {
    return shown.stream()
        .map(candidate -> candidate.article().until())
        .filter(Objects::nonNull)
        .reduce(end, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** Chance has a part only where the log can say afterwards what might have been shown. */
  private Exploration exploration(ReadyRecipe ready, RecommendationRequest request) {
    double share = ready.recipe().exploration();
    return share == 0 || request.diversify() != null || !request.exclude().isEmpty()
        ? Exploration.NONE
        : Impressions.unit(request)
            .map(unit -> Exploration.of(share, unit, request.placement(), clock.millis()))
            .orElse(Exploration.NONE);
  }

  /** The answer of a recipe, with what happened in between; nothing is left to chance. */
  Made make(ReadyRecipe ready, RecommendationRequest request) {
    return make(ready, request, histories.visitor(request), Exploration.NONE);
  }

  private Made make(
      ReadyRecipe ready,
      RecommendationRequest request,
      RememberedVisitor visitor,
      Exploration exploration) {
    Recipe recipe = ready.recipe();
    int wanted = recipe.n() == null ? MANY : recipe.n();
    VisitorHistory.Known known = histories.known(visitor, request);
    var ask =
        new Ask(
            known.taste(),
            request.productId(),
            request.exclude(),
            request.categoryPath(),
            request.n() == null ? wanted : request.n(),
            clock.instant());
    return make(ready, request.diversify(), ask, known, exploration);
  }

  /**
   * The list that a recipe would show now in a place where others were shown before.
   *
   * @param request with the number of products
   * @param then when that was; what the visitor did since is not looked at
   * @return empty where the visitor does not allow personal use
   */
  public Optional<List<String>> replay(
      ReadyRecipe ready, RecommendationRequest request, Instant then) {
    RecommendationRequest visitor =
        new RecommendationRequest(
            request.customerId(),
            request.visitorId(),
            request.sessionId(),
            null,
            request.placement(),
            request.n(),
            request.exclude(),
            request.categoryPath(),
            request.locale());
    VisitorHistory.Known known = histories.known(histories.visitor(visitor), visitor);
    if (!known.allowed()) {
      return Optional.empty();
    }
    Taste past = known.taste().asOf(then);
    var ask =
        new Ask(
            request.productId() == null ? past : past.lookingAt(request.productId(), then),
            request.productId(),
            request.exclude(),
            request.categoryPath(),
            request.n(),
            then);
    Outcome outcome = make(ready, null, ask, known, Exploration.NONE).outcome();
    return Optional.of(outcome.shown().stream().map(Candidate::productId).toList());
  }

  private Made make(
      ReadyRecipe ready,
      String diversify,
      Ask ask,
      VisitorHistory.Known known,
      Exploration exploration) {
    Shelf shelf = assortment.current();
    Optional<PromotedModel.Serving<RecommendationModel>> serving = recommending.current();
    var sources = new Sources(serving.map(PromotedModel.Serving::model), shelf, trends::ranked);
    String wanted = diversify == null ? ready.recipe().diversify() : diversify;
    AnswerRanking ranking = ranking(ready.recipe(), ask, sources);
    var pipeline =
        new Pipeline(
            ready.recipe(), ready.rules(), variety.of(wanted), sources::of, shelf, ranking);
    return new Made(
        ready, ask, known.allowed(), serving, sources, ranking, pipeline.run(ask, exploration));
  }

  private AnswerRanking ranking(Recipe recipe, Ask ask, Sources sources) {
    return new AnswerRanking(
        recipe.rank() == Rank.PURCHASE
            ? ranking.current().map(PromotedModel.Serving::model)
            : Optional.empty(),
        () ->
            new RankingFeatures(
                recipe, ask, sources.shelf(), new ProductFacts(trends.scores(), sources.model())));
  }

  private static boolean asksForVisitor(Recipe recipe) {
    return recipe.sources().stream().anyMatch(share -> share.source().asksForVisitor());
  }

  /** Products that the same people like. */
  public RecommendationAnswer similar(String productId, int n, Locale locale) {
    return near(SIMILAR, productId, n, locale);
  }

  /** Products that are bought together. */
  public RecommendationAnswer boughtTogether(String productId, int n, Locale locale) {
    return near(TOGETHER, productId, n, locale);
  }

  private RecommendationAnswer near(ReadyRecipe recipe, String productId, int n, Locale locale) {
    var ask = new Ask(Taste.UNKNOWN, productId, Set.of(), null, n, clock.instant());
    Made made = make(recipe, null, ask, ANYBODY, Exploration.NONE);
    return answer(made, made.serving().isEmpty() ? "no_model" : null, locale);
  }

  /** What is liked most these days. */
  public RecommendationAnswer trending(int n, String categoryPath, Locale locale) {
    var ask = new Ask(Taste.UNKNOWN, null, Set.of(), categoryPath, n, clock.instant());
    return answer(make(TRENDING, null, ask, ANYBODY, Exploration.NONE), null, locale);
  }

  private static RecommendationAnswer answer(Made made, String fallbackReason, Locale locale) {
    return answer(made, Choice.live(made.ready()), fallbackReason, locale);
  }

  private static RecommendationAnswer answer(
      Made made, Choice choice, String fallbackReason, Locale locale) {
    return new RecommendationAnswer(
        made.outcome().shown().stream()
            .map(candidate -> item(candidate, made.shelf(), locale))
            .toList(),
        RecommendationModels.RECOMMENDATION,
        made.serving().map(PromotedModel.Serving::version).orElse(null),
        made.ready().version(),
        fallbackReason != null,
        fallbackReason,
        choice.experiment(),
        choice.arm());
  }

  private static RecommendedProduct item(Candidate candidate, Shelf shelf, Locale locale) {
    Reason reason = candidate.reason();
    return new RecommendedProduct(
        candidate.productId(),
        candidate.listScore(),
        List.of(reason.code()),
        reason.text(shelf, locale),
        Double.isNaN(candidate.probability()) ? null : Double.valueOf(candidate.probability()));
  }
}
