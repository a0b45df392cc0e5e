package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The table of what was shown. */
@Dependent
public class ImpressionStore {

  @PersistenceContext(unitName = "recommendation")
  private EntityManager entities;

  /** Keeps them, in batches. */
  public void add(List<ImpressionEntry> impressions) {
    impressions.forEach(entities::persist);
  }

  /**
   * Impressions of an experiment in the order of the units, each unit's in the order of writing.
   *
   * @param unit the unit of the last that was read; empty at first
   * @param id of the last that was read; 0 at first
   */
  public List<ImpressionEntry> page(String experiment, String unit, long id, int most) {
    return entities
        .createQuery(
            "SELECT i FROM ImpressionEntry i WHERE i.experiment = :experiment AND (i.unit > :unit"
                + " OR (i.unit = :unit AND i.id > :id)) ORDER BY i.unit, i.id",
            ImpressionEntry.class)
        .setParameter("experiment", experiment)
        .setParameter("unit", unit)
        .setParameter("id", id)
        .setMaxResults(most)
        .setHint("eclipselink.read-only", true)
        .getResultList();
  }

  /**
   * Removes what belongs to no experiment.
   *
   * @param before milliseconds since 1970
   */
  public int removeLoose(long before) {
    return entities
        .createQuery("DELETE FROM ImpressionEntry i WHERE i.experiment IS NULL AND i.at < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
