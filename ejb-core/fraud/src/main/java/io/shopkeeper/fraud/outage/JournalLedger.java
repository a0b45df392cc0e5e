package io.shopkeeper.fraud.outage;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.cases.Alerts;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.entity.StoredHeldEntry;
import io.shopkeeper.fraud.entity.StoredRuleHit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores decisions of the journal. May be asked again for what it stored before: the first decision
 * of a payment stays.
 */
@Stateless
public class JournalLedger {

  @Inject private DecisionStore decisions;
  @Inject private OutageStore outages;
  @Inject private Transactions transactions;
  @Inject private Alerts alerts;
  @Inject private Clock clock;

  /**
   * What became of decisions.
   *
   * @param stored how many are in the database now, before or by this
   * @param aside how many do not fit what is stored, and are kept beside it
   */
  public record Done(int stored, int aside) {}

  /** Stores them with their payments: all of them or, with an exception, none. */
  public Done store(List<JournalEntry> entries) {
    List<String> ids = entries.stream().map(JournalEntry::id).toList();
    Map<String, TransactionData> known = transactions.findAll(ids);
    Set<String> decided = new HashSet<>();
    decisions.find(ids).forEach(one -> decided.add(one.transactionId()));
    List<JournalEntry> fitting = new ArrayList<>();
    int aside = 0;
    for (JournalEntry entry : entries) {
      TransactionData there = known.get(entry.id());
      if (there != null && !entry.isAbout(there)) {
        aside++;
        putAside(
            entry,
            "the payment is stored with another amount, currency, card or customer: another was"
                + " delivered under this id");
      } else if (!decided.contains(entry.id())) {
        fitting.add(entry);
      }
    }
    add(fitting, known);
    return new Done(entries.size() - aside, aside);
  }

  private void add(List<JournalEntry> fitting, Map<String, TransactionData> known) {
    if (fitting.isEmpty()) {
      return;
    }
    // What was delivered meanwhile, such as that it was declined, is newer than the journal.
    transactions.putAll(
        fitting.stream()
            .filter(entry -> !known.containsKey(entry.id()))
            .map(JournalEntry::payment)
            .toList());
    List<StoredDecision> fresh =
        fitting.stream().map(entry -> stored(entry, known.get(entry.id()))).toList();
    List<StoredRuleHit> hits =
        fitting.stream().flatMap(entry -> entry.storedHits().stream()).toList();
    decisions.add(fresh, hits);
    alerts.raise(fresh);
  }

  private StoredDecision stored(JournalEntry entry, TransactionData there) {
    Long declined = entry.decision().declinedAt();
    Long refunded = entry.decision().refundedAt();
    if (there == null) {
      return entry.stored(declined, refunded);
    }
    return entry.stored(
        since(declined, there.status() == TransactionStatus.DECLINED),
        since(refunded, there.status() == TransactionStatus.REFUNDED));
  }

  private Long since(Long known, boolean isNow) {
    return known == null && isNow ? (Long) clock.millis() : known;
  }

  /** Keeps one beside what is stored, which it does not fit. */
  public void putAside(JournalEntry entry, String reason) {
    outages.hold(
        new StoredHeldEntry(
            entry.id(),
            entry.payment().customerId(),
            entry.decision().decidedAt(),
            reason,
            new String(entry.bytes(), StandardCharsets.UTF_8)));
  }
}
