package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.ranking.FeatureBytes;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/** Reads what was shown, with the features that were logged. */
@Dependent
public class ShownStore {

  @PersistenceContext(unitName = "recommendation")
  private EntityManager entities;

  /**
   * Lists with features of the set of this version, the newest first.
   *
   * @param before of the last that was read, or a time after all
   * @param id of the last that was read, or the greatest number
   */
  public List<ShownList> page(long before, long id, int most) {
    List<Object[]> rows =
        entities
            .createQuery(
                "SELECT i.id, i.unit, i.at, i.products, f.vectors"
                    + " FROM ImpressionEntry i, ImpressionFeatures f"
                    + " WHERE f.impression = i.id AND f.featureSet = :set"
                    + " AND (i.at < :before OR (i.at = :before AND i.id < :id))"
                    + " ORDER BY i.at DESC, i.id DESC",
                Object[].class)
            .setParameter("set", Feature.SET)
            .setParameter("before", before)
            .setParameter("id", id)
            .setMaxResults(most)
            .getResultList();
    List<ShownList> page = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      page.add(
          new ShownList(
              (Long) row[0],
              (String) row[1],
              (Long) row[2],
              ((String) row[3]).lines().toList(),
              FeatureBytes.unpack((byte[]) row[4])));
    }
    return page;
  }

  /** How many lists there are, of any set. */
  public long count() {
    return entities
        .createQuery("SELECT COUNT(f) FROM ImpressionFeatures f", Long.class)
        .getSingleResult();
  }
}
