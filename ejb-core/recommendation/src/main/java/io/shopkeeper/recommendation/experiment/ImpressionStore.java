package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The table of what was shown. */
@Dependent
public class ImpressionStore {

  @PersistenceContext(unitName = "recommendation")
  private EntityManager entities;

  /**
   * Keeps them, with what ranking knew of their products. By plain statements: there are thousands
   * a second, and nothing of them is needed afterwards.
   */
  public void add(List<ImpressionEntry> impressions) {
    try {
      ImpressionRows.write(entities.unwrap(Connection.class), impressions);
    } catch (SQLException problem) {
      throw new PersistenceException("impressions could not be stored", problem);
    }
  }

  /**
   * Impressions in the order of the units, each unit's in the order of writing.
   *
   * @param unit the unit of the last that was read; empty at first
   * @param id of the last that was read; 0 at first
   */
  List<ImpressionEntry> page(Slice slice, String unit, long id, int most) {
    return query(slice, "(i.unit > :unit OR (i.unit = :unit AND i.id > :id))")
        .setParameter("unit", unit)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultList();
  }

  /** Impressions of some units, each unit's in the order of writing. */
  List<ImpressionEntry> of(Slice slice, Collection<String> units) {
    return query(slice, "i.unit IN :units").setParameter("units", units).getResultList();
  }

  private TypedQuery<ImpressionEntry> query(Slice slice, String which) {
    TypedQuery<ImpressionEntry> query =
        entities
            .createQuery(
                "SELECT i FROM ImpressionEntry i WHERE "
                    + which
                    + " AND i.at >= :from AND i.at < :until"
                    + (slice.experiment() == null ? "" : " AND i.experiment = :experiment")
                    + (slice.placement() == null ? "" : " AND i.placement = :placement")
                    + " ORDER BY i.unit, i.id",
                ImpressionEntry.class)
            .setParameter("from", slice.from())
            .setParameter("until", slice.until())
            .setHint("eclipselink.read-only", true);
    if (slice.experiment() != null) {
      query.setParameter("experiment", slice.experiment());
    }
    if (slice.placement() != null) {
      query.setParameter("placement", slice.placement());
    }
    return query;
  }

  /** Removes all that was shown to some units. */
  int remove(Collection<String> units) {
    return entities
        .createQuery("DELETE FROM ImpressionEntry i WHERE i.unit IN :units")
        .setParameter("units", units)
        .executeUpdate();
  }

  /**
   * What was shown in a time, in its order.
   *
   * @param from milliseconds since 1970, inclusive
   * @param until exclusive
   */
  public List<ImpressionEntry> shown(long from, long until, int most) {
    return entities
        .createQuery(
            "SELECT i FROM ImpressionEntry i WHERE i.at >= :from AND i.at < :until ORDER BY i.at",
            ImpressionEntry.class)
        .setParameter("from", from)
        .setParameter("until", until)
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
