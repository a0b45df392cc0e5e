package io.shopkeeper.fraud.boundary.attempt;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.attempt.AttemptListStore;
import io.shopkeeper.fraud.attempt.AttemptStore;
import io.shopkeeper.fraud.attempt.AttemptWords;
import io.shopkeeper.fraud.boundary.FeatureLine;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredAttempt;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sign-ins and sign-ups for people: to look through and to understand. */
@Stateless
public class AttemptDesk {

  private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};

  @Inject private AttemptListStore lists;
  @Inject private AttemptStore attempts;

  /**
   * What was judged. Sorted by {@code time}; filtered by {@code kind, outcome, customer, device,
   * ip, id} and {@code day}; the newest first.
   */
  public ListPage<AttemptRow> page(ListQuery query) {
    return lists.page(query);
  }

  /** How many fit. */
  public RowCount count(ListQuery query) {
    return lists.count(query);
  }

  /** One of them, with everything that led to its decision. */
  public Optional<AttemptCase> find(AttemptKind kind, String id, Locale reader) {
    return attempts.find(kind, id).map(stored -> of(stored, new AttemptWords(reader)));
  }

  private static AttemptCase of(StoredAttempt stored, AttemptWords words) {
    List<FeatureLine> features = new ArrayList<>();
    FraudJson.read(stored.features(), FEATURES)
        .forEach(
            (name, value) -> {
              if (value != 0) {
                features.add(new FeatureLine(name, words.feature(name), value));
              }
            });
    return new AttemptCase(stored.row(), words.verdict(stored, false), features);
  }
}
