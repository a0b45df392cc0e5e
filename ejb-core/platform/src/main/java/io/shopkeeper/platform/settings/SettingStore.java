package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.entity.Setting;
import io.shopkeeper.platform.entity.SettingEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** The tables of settings and of their changes. */
@Dependent
public class SettingStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected SettingStore() {}

  /** For tests that bring their own entity manager. */
  public SettingStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Setting> find(String name) {
    return Optional.ofNullable(entities.find(Setting.class, name));
  }

  public List<Setting> all() {
    return entities.createQuery("SELECT s FROM Setting s", Setting.class).getResultList();
  }

  public void put(String name, String value) {
    find(name)
        .ifPresentOrElse(
            setting -> setting.change(value), () -> entities.persist(new Setting(name, value)));
  }

  public void remove(String name) {
    find(name).ifPresent(entities::remove);
  }

  public void add(SettingEntry change) {
    entities.persist(change);
  }

  /** The last changes, newest first. */
  public List<SettingEntry> history(Optional<String> name, int n) {
    TypedQuery<SettingEntry> query =
        name.isEmpty()
            ? entities.createQuery(
                "SELECT c FROM SettingEntry c ORDER BY c.id DESC", SettingEntry.class)
            : entities
                .createQuery(
                    "SELECT c FROM SettingEntry c WHERE c.name = :name ORDER BY c.id DESC",
                    SettingEntry.class)
                .setParameter("name", name.get());
    return query.setMaxResults(n).getResultList();
  }
}
