package io.shopkeeper.recommendation.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate;
import io.shopkeeper.recommendation.entity.EstimateEntry;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads lists and keeps estimates, each time in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EstimatePages {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  @Inject private EstimateStore store;

  /** As {@link EstimateStore#count}. */
  public long count(String placement, long from) {
    return store.count(placement, from);
  }

  /** As {@link EstimateStore#page}. */
  public List<ImpressionEntry> read(String placement, long from, String unit, long id, int most) {
    return store.page(placement, from, unit, id, most);
  }

  /** Keeps one. */
  public void keep(RecipeEstimate estimate) {
    try {
      store.add(
          new EstimateEntry(
              estimate.placement(),
              estimate.version(),
              estimate.metric().word(),
              estimate.at().toEpochMilli(),
              estimate.by(),
              JSON.writeValueAsString(estimate)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an estimate is plain values", impossible);
    }
  }

  /** The newest of a version and act; empty where nobody asked, or another version wrote it. */
  public Optional<RecipeEstimate> newest(String placement, int version, EstimatedAct act) {
    return store.newest(placement, version, act.word()).flatMap(entry -> read(entry.figures()));
  }

  private static Optional<RecipeEstimate> read(String figures) {
    try {
      return Optional.of(JSON.readValue(figures, RecipeEstimate.class));
    } catch (JsonProcessingException older) {
      return Optional.empty();
    }
  }
}
