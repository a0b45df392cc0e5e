package io.shopkeeper.fraud.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.ModelReason;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.PaymentVerdict;
import io.shopkeeper.fraud.boundary.RuleHit;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.FeatureWords;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.rules.Condition;
import io.shopkeeper.fraud.rules.Rule;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Decisions in a reader's language. */
public final class VerdictWords {

  private static final TypeReference<List<Rule.Hit>> HITS = new TypeReference<>() {};
  private static final TypeReference<List<ModelReason>> REASONS = new TypeReference<>() {};

  private final RuleShelf rules;
  private final boolean chinese;
  private final ResourceBundle words;
  private final FeatureWords features;

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
  }

  /** A decision as it is answered. */
  public PaymentVerdict of(StoredDecision decision, boolean repeated) {
    return new PaymentVerdict(
        decision.transactionId(),
        decision.score(),
        decision.outcome(),
        FraudJson.read(decision.hits(), HITS).stream().map(this::of).toList(),
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
        .map(
            kept ->
                new ModelReason(
                    kept.feature(),
                    kept.value(),
                    kept.contribution(),
                    say(
                        kept.contribution() > 0 ? "reason.for" : "reason.against",
                        features.of(kept.feature()),
                        kept.value() == null
                            ? words.getString("unknown")
                            : features.value(kept.value()))))
        .toList();
  }

  private RuleHit of(Rule.Hit hit) {
    Rule rule = rules.find(hit.rule(), hit.version()).orElse(null);
    String name = rule == null ? hit.rule() : chinese ? rule.nameZh() : rule.nameEn();
    return new RuleHit(hit.rule(), hit.version(), hit.outcome(), name, text(hit, rule));
  }

  private String text(Rule.Hit hit, Rule rule) {
    return hit.seen().entrySet().stream()
        .map(
            seen ->
                say(
                    "seen",
                    features.of(seen.getKey()),
                    features.value(seen.getValue()),
                    limit(rule, seen.getKey())))
        .collect(Collectors.joining(words.getString("and")));
  }

  private String limit(Rule rule, String feature) {
    if (rule == null) {
      return "";
    }
    return rule.conditions().stream()
        .filter(condition -> condition.feature().equals(feature))
        .map(this::limit)
        .collect(Collectors.joining());
  }

  private String limit(Condition condition) {
    return say("limit." + condition.is().code(), features.value(condition.value()));
  }

  private String say(String key, Object... values) {
    return new MessageFormat(
            words.getString(key), chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
        .format(values);
  }
}
