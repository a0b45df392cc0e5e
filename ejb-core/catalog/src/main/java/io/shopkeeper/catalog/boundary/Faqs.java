package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.entity.Faq;
import io.shopkeeper.catalog.faq.FaqStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions and answers that the chat may give. */
@Stateless
public class Faqs {

  @Inject private FaqStore store;
  @Inject private Clock clock;

  /**
   * Stores one, new or in place of the one with that id.
   *
   * @throws InvalidInputException with every fault
   */
  public void put(FaqData faq) {
    List<FieldError> errors = RecordCheck.check(faq);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    putAll(List.of(faq));
  }

  /**
   * Stores those of a batch that can be stored; of two with one id the later counts.
   *
   * @return an outcome for each
   */
  public List<RowOutcome> putAll(List<FaqData> batch) {
    Instant now = clock.instant();
    var outcomes = new ArrayList<RowOutcome>(batch.size());
    Map<String, FaqData> valid = new HashMap<>();
    for (int row = 0; row < batch.size(); row++) {
      FaqData faq = batch.get(row);
      List<FieldError> errors = RecordCheck.check(faq);
      RowStatus status = errors.isEmpty() ? RowStatus.ACCEPTED : RowStatus.QUARANTINED;
      outcomes.add(new RowOutcome(row, status, faq.id(), errors));
      if (errors.isEmpty()) {
        valid.put(faq.id(), faq);
      }
    }
    Map<String, Faq> known = store.findAll(valid.keySet());
    valid.forEach(
        (id, data) -> {
          Faq kept = known.get(id);
          if (kept == null) {
            kept = new Faq(id);
            kept.replace(data, now);
            store.add(kept);
          } else {
            kept.replace(data, now);
          }
        });
    return outcomes;
  }

  /** Those that exist, by id; a thousand ids at most. */
  public Map<String, FaqData> findAll(Collection<String> ids) {
    var found = new HashMap<String, FaqData>();
    store.findAll(ids).forEach((id, kept) -> found.put(id, kept.data()));
    return found;
  }

  /** One of them. */
  public Optional<FaqData> find(String id) {
    return store.find(id).map(Faq::data);
  }

  /** Removes one; answers whether there was one. */
  public boolean delete(String id) {
    Optional<Faq> found = store.find(id);
    found.ifPresent(store::remove);
    return found.isPresent();
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }

  /** A page of all by id; at most 1,000. */
  public List<FaqData> page(String afterId, int limit) {
    return store.page(afterId == null ? "" : afterId, Math.clamp(limit, 1, 1000)).stream()
        .map(Faq::data)
        .toList();
  }
}
