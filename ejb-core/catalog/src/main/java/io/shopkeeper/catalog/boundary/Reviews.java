package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.entity.Review;
import io.shopkeeper.catalog.review.ReviewStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What customers wrote. */
@Stateless
public class Reviews {

  @Inject private ReviewStore store;
  @Inject private Event<ReviewsChanged> changed;
  @Inject private Clock clock;

  /**
   * Stores one, new or in place of the one with that id.
   *
   * @throws InvalidInputException with every fault
   */
  public void put(ReviewData review) {
    List<FieldError> errors = RecordCheck.check(review);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    putAll(List.of(review));
  }

  /**
   * Stores those of a batch that can be stored; of two with one id the later counts.
   *
   * @return an outcome for each
   */
  public List<RowOutcome> putAll(List<ReviewData> batch) {
    Instant now = clock.instant();
    var outcomes = new ArrayList<RowOutcome>(batch.size());
    Map<String, ReviewData> valid = new HashMap<>();
    for (int row = 0; row < batch.size(); row++) {
      ReviewData review = batch.get(row);
      List<FieldError> errors = RecordCheck.check(review);
      RowStatus status = errors.isEmpty() ? RowStatus.ACCEPTED : RowStatus.QUARANTINED;
      outcomes.add(new RowOutcome(row, status, review.id(), errors));
      if (errors.isEmpty()) {
        valid.put(review.id(), review);
      }
    }
    Map<String, Review> known = store.findAll(valid.keySet());
    valid.forEach(
        (id, data) -> {
          Review kept = known.get(id);
          if (kept == null) {
            kept = new Review(id);
            kept.replace(data, now);
            store.add(kept);
          } else {
            kept.replace(data, now);
          }
        });
    if (!valid.isEmpty()) {
      changed.fire(new ReviewsChanged(valid.keySet(), Set.of()));
    }
    return outcomes;
  }

  /** Those that exist, by id; a thousand ids at most. */
  public Map<String, ReviewData> findAll(Collection<String> ids) {
    var found = new HashMap<String, ReviewData>();
    store.findAll(ids).forEach((id, kept) -> found.put(id, kept.data()));
    return found;
  }

  /** One of them. */
  public Optional<ReviewData> find(String id) {
    return store.find(id).map(Review::data);
  }

  /** Removes one; answers whether there was one. */
  public boolean delete(String id) {
    Optional<Review> found = store.find(id);
    found.ifPresent(
        gone -> {
          store.remove(gone);
          changed.fire(new ReviewsChanged(Set.of(), Set.of(id)));
        });
    return found.isPresent();
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }

  /** Reviews of a product, newest first. */
  public List<ReviewData> ofProduct(String productId, int limit) {
    return store.ofProduct(productId, Math.clamp(limit, 1, 500)).stream()
        .map(Review::data)
        .toList();
  }

  /** A page of all reviews by id, such as for a training; at most 1,000. */
  public List<ReviewData> page(String afterId, int limit) {
    return store.page(afterId == null ? "" : afterId, Math.clamp(limit, 1, 1000)).stream()
        .map(Review::data)
        .toList();
  }

  /**
   * What a customer wrote, and when, the oldest first.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public List<ReviewData> ofCustomer(String customerId, Instant from, Instant until) {
    return store.ofCustomer(customerId, from, until).stream().map(Review::data).toList();
  }

  /**
   * What was written of some products, the oldest first.
   *
   * @param productIds 1000 at most
   * @param from inclusive
   * @param until exclusive
   */
  public List<ReviewData> ofProducts(Collection<String> productIds, Instant from, Instant until) {
    return productIds.isEmpty()
        ? List.of()
        : store.ofProducts(productIds, from, until).stream().map(Review::data).toList();
  }
}
