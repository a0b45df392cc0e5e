package io.shopkeeper.fraud.outage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.fraud.boundary.Effect;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.decision.Judgement;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.entity.StoredRuleHit;
import io.shopkeeper.fraud.features.Payment;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A payment with its decision as the journal keeps it: word for word what the database will hold,
 * so that what is made up later is what would have been stored at once. Written as JSON.
 *
 * @param hits which rules held
 */
public record JournalEntry(TransactionData payment, Decision decision, List<Hit> hits) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /**
   * As {@link StoredDecision}.
   *
   * @param decidedAt milliseconds since 1970
   */
  public record Decision(
      long decidedAt,
      Outcome outcome,
      Double score,
      Integer modelVersion,
      Double anomaly,
      String hits,
      String contributions,
      String features,
      String degraded,
      String emailKey,
      String addressKey,
      String deliveryCountry,
      Long declinedAt,
      Long refundedAt) {}

  /** As {@link StoredRuleHit}. */
  public record Hit(String rule, int version, Effect effect) {}

  /** Of a judgement. */
  public static JournalEntry of(Judgement judgement) {
    StoredDecision stored = judgement.stored();
    return new JournalEntry(
        judgement.transaction(),
        new Decision(
            stored.decidedAt(),
            stored.outcome(),
            stored.score(),
            stored.modelVersion(),
            stored.anomaly(),
            stored.hits(),
            stored.contributions(),
            stored.features(),
            stored.degraded(),
            stored.emailKey(),
            stored.addressKey(),
            stored.deliveryCountry(),
            stored.declinedAt(),
            stored.refundedAt()),
        judgement.hits().stream()
            .map(hit -> new Hit(hit.rule(), hit.version(), hit.effect()))
            .toList());
  }

  /** The id of its payment. */
  public String id() {
    return payment.id();
  }

  /** As it is to be stored. */
  public StoredDecision stored() {
    return stored(decision.declinedAt(), decision.refundedAt());
  }

  /**
   * The same, with what became known meanwhile.
   *
   * @param declinedAt milliseconds since 1970; null if it was not
   * @param refundedAt milliseconds since 1970; null if it was not
   */
  public StoredDecision stored(Long declinedAt, Long refundedAt) {
    var stored = new StoredDecision(id(), decision.decidedAt(), decision.outcome());
    stored.because(decision.hits(), decision.features(), decision.degraded());
    if (decision.score() != null) {
      stored.scored(decision.score(), decision.modelVersion(), decision.contributions());
      stored.odd(decision.anomaly());
    }
    stored.beside(
        decision.emailKey(),
        decision.addressKey(),
        decision.deliveryCountry(),
        declinedAt,
        refundedAt);
    return stored;
  }

  /** As they are to be stored. */
  public List<StoredRuleHit> storedHits() {
    return hits.stream()
        .map(
            hit ->
                new StoredRuleHit(
                    id(), hit.rule(), hit.version(), hit.effect(), decision.decidedAt()))
        .toList();
  }

  /** As features see it. */
  public Payment seen() {
    return Payments.of(
        payment,
        new Payments.Beside(
            decision.emailKey(),
            decision.addressKey(),
            decision.deliveryCountry(),
            decision.declinedAt(),
            decision.refundedAt()));
  }

  /** Whether a payment has the same amount, currency, card and customer. */
  public boolean isAbout(TransactionData other) {
    return payment.amount().compareTo(other.amount()) == 0
        && payment.currency().equals(other.currency())
        && Objects.equals(payment.cardFingerprint(), other.cardFingerprint())
        && Objects.equals(payment.customerId(), other.customerId());
  }

  /** As JSON in UTF-8. */
  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * From JSON.
   *
   * @throws IOException if it is none of ours
   */
  static JournalEntry read(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, JournalEntry.class);
  }
}
