package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.catalog.boundary.ImportFinding;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/** The table of what rules found; some rows are kept with each rule. */
@Dependent
public class FindingStore {

  /** Rows that are kept with each rule. */
  static final int MOST_SAMPLES = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected FindingStore() {}

  /** For tests that bring their own entity manager. */
  public FindingStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds what was found in a chunk; the caller has locked the import. */
  public void add(long importId, ImportFinding found) {
    List<?> known =
        entities
            .createNativeQuery(
                "SELECT row_count, samples FROM import_finding WHERE import_id = ?1"
                    + " AND outcome = ?2 AND rule = ?3 AND field = ?4")
            .setParameter(1, importId)
            .setParameter(2, found.outcome().name())
            .setParameter(3, found.rule())
            .setParameter(4, found.field())
            .getResultList();
    if (known.isEmpty()) {
      insert(importId, found);
    } else {
      Object[] row = (Object[]) known.getFirst();
      var samples = new ArrayList<>(read((String) row[1]));
      found.samples().stream().limit(MOST_SAMPLES - samples.size()).forEach(samples::add);
      update(importId, found, ((Number) row[0]).longValue() + found.rows(), samples);
    }
  }

  private void insert(long importId, ImportFinding found) {
    entities
        .createNativeQuery(
            "INSERT INTO import_finding (import_id, outcome, rule, field, row_count, samples)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .setParameter(1, importId)
        .setParameter(2, found.outcome().name())
        .setParameter(3, found.rule())
        .setParameter(4, found.field())
        .setParameter(5, found.rows())
        .setParameter(6, write(found.samples().stream().limit(MOST_SAMPLES).toList()))
        .executeUpdate();
  }

  private void update(
      long importId, ImportFinding found, long rows, List<ImportFinding.Sample> samples) {
    entities
        .createNativeQuery(
            "UPDATE import_finding SET row_count = ?1, samples = ?2 WHERE import_id = ?3"
                + " AND outcome = ?4 AND rule = ?5 AND field = ?6")
        .setParameter(1, rows)
        .setParameter(2, write(samples))
        .setParameter(3, importId)
        .setParameter(4, found.outcome().name())
        .setParameter(5, found.rule())
        .setParameter(6, found.field())
        .executeUpdate();
  }

  /** What was found in an import, the most frequent first. */
  public List<ImportFinding> of(long importId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT outcome, rule, field, row_count, samples FROM import_finding"
                    + " WHERE import_id = ?1 ORDER BY row_count DESC, outcome, rule, field")
            .setParameter(1, importId)
            .getResultList();
    var findings = new ArrayList<ImportFinding>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      findings.add(
          new ImportFinding(
              ImportFinding.Outcome.valueOf((String) row[0]),
              (String) row[1],
              (String) row[2],
              ((Number) row[3]).longValue(),
              read((String) row[4])));
    }
    return findings;
  }

  private static String write(List<ImportFinding.Sample> samples) {
    try {
      return JSON.writeValueAsString(samples);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON", problem);
    }
  }

  private static List<ImportFinding.Sample> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("stored samples are damaged", damaged);
    }
  }
}
