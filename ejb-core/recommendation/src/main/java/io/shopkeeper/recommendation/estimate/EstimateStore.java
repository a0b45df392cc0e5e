package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.recommendation.entity.EstimateEntry;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of estimates, and the lists that they are told from. */
@Dependent
public class EstimateStore {

  private static final String DEALT =
      " FROM ImpressionEntry i WHERE i.placement = :placement AND i.at >= :from"
          + " AND i.dealing.propensities IS NOT NULL";

  @PersistenceContext(unitName = "recommendation")
  private EntityManager entities;

  /** Keeps one. */
  public void add(EstimateEntry estimate) {
    entities.persist(estimate);
  }

  /** The newest of a version and act. */
  public Optional<EstimateEntry> newest(String placement, int version, String metric) {
    return entities
        .createQuery(
            "SELECT e FROM EstimateEntry e WHERE e.placement = :placement AND e.version = :version"
                + " AND e.metric = :metric ORDER BY e.id DESC",
            EstimateEntry.class)
        .setParameter("placement", placement)
        .setParameter("version", version)
        .setParameter("metric", metric)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * How many lists of a placement were partly dealt by chance.
   *
   * @param from milliseconds since 1970
   */
  public long count(String placement, long from) {
    return entities
        .createQuery("SELECT COUNT(i)" + DEALT, Long.class)
        .setParameter("placement", placement)
        .setParameter("from", from)
        .getSingleResult();
  }

  /**
   * Those lists in the order of the units, each unit's in the order of writing.
   *
   * @param unit the unit of the last that was read; empty at first
   * @param id of the last that was read; 0 at first
   */
  public List<ImpressionEntry> page(String placement, long from, String unit, long id, int most) {
    return entities
        .createQuery(
            "SELECT i"
                + DEALT
                + " AND (i.unit > :unit OR (i.unit = :unit AND i.id > :id)) ORDER BY i.unit, i.id",
            ImpressionEntry.class)
        .setParameter("placement", placement)
        .setParameter("from", from)
        .setParameter("unit", unit)
        .setParameter("id", id)
        .setMaxResults(most)
        .setHint("eclipselink.read-only", true)
        .getResultList();
  }
}
