package io.shopkeeper.fraud.review;

import io.shopkeeper.fraud.entity.StoredReviewBand;
import io.shopkeeper.fraud.entity.StoredReviewDue;
import io.shopkeeper.fraud.entity.StoredReviewScore;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables of judged reviews. */
@Dependent
public class ReviewScoreStore {

  private static final int PART = 500;

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected ReviewScoreStore() {}

  /** With a given entity manager, outside a server. */
  public ReviewScoreStore(EntityManager entities) {
    this.entities = entities;
  }

  /** One of them. */
  public Optional<StoredReviewScore> find(String review) {
    return Optional.ofNullable(entities.find(StoredReviewScore.class, review));
  }

  void add(StoredReviewScore score) {
    entities.persist(score);
    entities.flush();
  }

  /** Those of some reviews, one at least, that are judged or wait to be. */
  Set<String> known(Collection<String> reviews) {
    Set<String> known = new HashSet<>();
    for (String table : List.of("StoredReviewScore", "StoredReviewDue")) {
      known.addAll(
          entities
              .createQuery(
                  "SELECT t.reviewId FROM " + table + " t WHERE t.reviewId IN :ids", String.class)
              .setParameter("ids", reviews)
              .getResultList());
    }
    return known;
  }

  /** Notes that reviews are to be judged; others may note the same at the same time. */
  void due(Collection<String> reviews) {
    for (String review : new TreeSet<>(reviews)) {
      entities
          .createNativeQuery(
              "INSERT INTO fraud_review_due (review_id) VALUES (?) ON CONFLICT DO NOTHING")
          .setParameter(1, review)
          .executeUpdate();
    }
  }

  /** Takes reviews that are to be judged. */
  List<String> take(int most) {
    List<StoredReviewDue> due =
        entities
            .createQuery(
                "SELECT d FROM StoredReviewDue d ORDER BY d.reviewId", StoredReviewDue.class)
            .setMaxResults(most)
            .getResultList();
    due.forEach(entities::remove);
    entities.flush();
    return due.stream().map(StoredReviewDue::reviewId).toList();
  }

  /** Keeps under what a text is found, in place of what was kept. */
  void bands(String review, Collection<Long> bands) {
    entities
        .createQuery("DELETE FROM StoredReviewBand b WHERE b.reviewId = :review")
        .setParameter("review", review)
        .executeUpdate();
    bands.forEach(band -> entities.persist(new StoredReviewBand(band, review)));
    entities.flush();
  }

  /** Other reviews with a band in common. */
  List<String> alike(String review, Collection<Long> bands, int most) {
    return bands.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT DISTINCT b.reviewId FROM StoredReviewBand b"
                    + " WHERE b.band IN :bands AND b.reviewId <> :review",
                String.class)
            .setParameter("bands", bands)
            .setParameter("review", review)
            .setMaxResults(most)
            .getResultList();
  }

  /** Removes all that is kept of reviews. */
  void remove(Collection<String> reviews) {
    List<String> all = List.copyOf(reviews);
    for (int from = 0; from < all.size(); from += PART) {
      List<String> part = all.subList(from, Math.min(all.size(), from + PART));
      for (String table : List.of("StoredReviewScore", "StoredReviewBand", "StoredReviewDue")) {
        entities
            .createQuery("DELETE FROM " + table + " t WHERE t.reviewId IN :ids")
            .setParameter("ids", part)
            .executeUpdate();
      }
    }
  }

  /** Takes out who a customer was. */
  void erase(String customer) {
    entities
        .createQuery(
            "UPDATE StoredReviewScore s SET s.customerId = NULL WHERE s.customerId = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
  }
}
