package io.shopkeeper.fraud.macro;

import io.shopkeeper.fraud.entity.StoredMacro;
import io.shopkeeper.fraud.entity.StoredMacroRun;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The tables of macros. */
@Dependent
public class MacroStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected MacroStore() {}

  /** With a given entity manager, outside a server. */
  public MacroStore(EntityManager entities) {
    this.entities = entities;
  }

  /** All, by name. */
  public List<StoredMacro> all() {
    return entities
        .createQuery("SELECT m FROM StoredMacro m ORDER BY m.name, m.id", StoredMacro.class)
        .getResultList();
  }

  public Optional<StoredMacro> find(long id) {
    return Optional.ofNullable(entities.find(StoredMacro.class, id));
  }

  public void add(StoredMacro macro) {
    entities.persist(macro);
    entities.flush();
  }

  public void remove(StoredMacro macro) {
    entities.remove(macro);
  }

  public void add(StoredMacroRun run) {
    entities.persist(run);
    entities.flush();
  }

  /** What was done last on a case and not taken back. */
  public Optional<StoredMacroRun> last(long caseId) {
    return entities
        .createQuery(
            "SELECT r FROM StoredMacroRun r WHERE r.caseId = :id AND r.undoneBy IS NULL"
                + " ORDER BY r.at DESC, r.id DESC",
            StoredMacroRun.class)
        .setParameter("id", caseId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
