package io.shopkeeper.fraud.attempt;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.attempt.AttemptReason;
import io.shopkeeper.fraud.boundary.attempt.AttemptRow;
import io.shopkeeper.fraud.boundary.attempt.AttemptVerdict;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredAttempt;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Decisions on sign-ins and sign-ups in a reader's language. */
public final class AttemptWords {

  private static final TypeReference<List<AttemptHit>> HITS = new TypeReference<>() {};

  private final ResourceBundle words;
  private final Locale locale;

  /**
   * For a reader.
   *
   * @param reader whose Chinese or else English it is
   */
  public AttemptWords(Locale reader) {
    boolean chinese = "zh".equals(reader.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.fraud.attempt.attempts",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            AttemptWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A decision as it is answered. */
  public AttemptVerdict verdict(StoredAttempt stored, boolean repeated) {
    AttemptRow row = stored.row();
    List<AttemptReason> reasons =
        FraudJson.read(stored.reasons(), HITS).stream()
            .map(hit -> new AttemptReason(hit.rule(), hit.outcome(), text(hit)))
            .toList();
    return new AttemptVerdict(
        row.id(),
        row.kind(),
        row.outcome(),
        reasons,
        words.getString("shopper." + row.kind().code() + "." + row.outcome().code()),
        repeated,
        row.decidedAt());
  }

  private String text(AttemptHit hit) {
    if (hit.rule().equals(AttemptHit.LIST)) {
      return say("list." + hit.outcome().code(), hit.list());
    }
    return say("rule." + hit.rule(), hit.seen(), hit.limit());
  }

  /** What a feature is called. */
  public String feature(String name) {
    String[] parts = name.split("\\.");
    return parts.length == 3
        ? say(
            "measure." + parts[1],
            words.getString("key." + parts[0]),
            words.getString("window." + parts[2]))
        : words.getString("own." + name);
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
