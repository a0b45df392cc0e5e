package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.entity.Setting;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The settings' table. */
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

  public void put(String name, String value) {
    find(name)
        .ifPresentOrElse(
            setting -> setting.change(value), () -> entities.persist(new Setting(name, value)));
  }
}
