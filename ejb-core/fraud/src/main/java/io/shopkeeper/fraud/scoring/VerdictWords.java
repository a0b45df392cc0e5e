package io.shopkeeper.fraud.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.Effect;
import io.shopkeeper.fraud.boundary.ModelReason;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.PaymentVerdict;
import io.shopkeeper.fraud.boundary.RuleHit;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.FeatureWords;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.rules.Rule;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Decisions in a reader's language. */
public final class VerdictWords {

  private static final TypeReference<List<Rule.Hit>> HITS = new TypeReference<>() {};
  private static final TypeReference<List<ModelReason>> REASONS = new TypeReference<>() {};

  private static final double PERCENT = 100;

  private final RuleShelf rules;
  private final boolean chinese;
  private final ResourceBundle words;
  private final FeatureWords features;
  private final HitWords hits;

  /**
   * For a reader.
   *
   * @param reader whose Chinese or else English it is
   */
  public VerdictWords(RuleShelf rules, Locale reader) {
    this.rules = rules;
    this.chinese = "zh".equals(reader.getLanguage());
    this.features = new FeatureWords(reader);
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.fraud.scoring.verdict",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            VerdictWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.hits = new HitWords(words, chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
  }

  /** A decision as it is answered. */
  public PaymentVerdict of(StoredDecision decision, boolean repeated) {
    List<RuleHit> held = FraudJson.read(decision.hits(), HITS).stream().map(this::of).toList();
    return new PaymentVerdict(
        decision.transactionId(),
        decision.score(),
        decision.anomaly(),
        decision.outcome(),
        held.stream().filter(hit -> hit.effect() == Effect.LIVE).toList(),
        held.stream().filter(hit -> hit.effect() != Effect.LIVE).toList(),
        reasons(decision),
        shopper(decision.outcome()),
        decision.modelVersion(),
        degraded(decision),
        repeated,
        Instant.ofEpochMilli(decision.decidedAt()));
  }

  /** What a shopper may read of an outcome. */
  String shopper(Outcome outcome) {
    return words.getString("shopper." + outcome.code());
  }

  private static List<String> degraded(StoredDecision decision) {
    return decision.degraded().isEmpty()
        ? List.of()
        : Arrays.asList(decision.degraded().split(" "));
  }

  private List<ModelReason> reasons(StoredDecision decision) {
    return FraudJson.read(decision.contributions(), REASONS).stream()
        .map(kept -> new ModelReason(kept.feature(), kept.value(), kept.contribution(), text(kept)))
        .toList();
  }

  private String text(ModelReason kept) {
    String value = kept.value() == null ? words.getString("unknown") : features.value(kept.value());
    if (kept.feature().equals(ModelJudge.ODD)) {
      return say("anomaly", features.value(PERCENT * kept.value()));
    }
    if (kept.feature().startsWith(ModelJudge.ODD + ".")) {
      return say(
          "anomaly.part",
          features.of(kept.feature().substring(ModelJudge.ODD.length() + 1)),
          value);
    }
    return say(
        kept.contribution() > 0 ? "reason.for" : "reason.against",
        features.of(kept.feature()),
        value);
  }

  /** What made a rule hold. */
  public String why(Rule.Hit hit, Rule rule) {
    return hits.of(hit, rule);
  }

  private RuleHit of(Rule.Hit hit) {
    Rule rule = rules.find(hit.rule(), hit.version()).orElse(null);
    String name = rule == null ? hit.rule() : chinese ? rule.nameZh() : rule.nameEn();
    return new RuleHit(
        hit.rule(), hit.version(), hit.outcome(), name, hits.of(hit, rule), hit.effect());
  }

  private String say(String key, Object... values) {
    return new MessageFormat(
            words.getString(key), chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
        .format(values);
  }
}
