package io.shopkeeper.fraud.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.SimilarCase;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.fraud.entity.StoredDecision;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds closed cases whose main payment looked like that of another case. */
@Dependent
public class SimilarCases {

  /** So many closed cases are compared, the latest. */
  private static final int COMPARED = 200;

  private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};

  @Inject private CaseStore cases;
  @Inject private DecisionStore decisions;

  /** The most alike first. */
  public List<SimilarCase> to(CaseRow row, int most) {
    List<StoredCase> closed = cases.closed(row.id(), COMPARED);
    List<String> payments = new ArrayList<>(List.of(row.mainPayment()));
    closed.forEach(one -> payments.add(one.mainPayment()));
    Map<String, Map<String, Double>> seen = new HashMap<>();
    for (StoredDecision decision : decisions.find(payments)) {
      seen.put(decision.transactionId(), FraudJson.read(decision.features(), FEATURES));
    }
    Map<String, Double> own = seen.get(row.mainPayment());
    if (own == null || own.isEmpty()) {
      return List.of();
    }
    return closed.stream()
        .filter(one -> !seen.getOrDefault(one.mainPayment(), Map.of()).isEmpty())
        .map(one -> new SimilarCase(one.view(), Likeness.of(own, seen.get(one.mainPayment()))))
        .sorted(Comparator.comparingDouble(SimilarCase::likeness).reversed())
        .limit(most)
        .toList();
  }
}
