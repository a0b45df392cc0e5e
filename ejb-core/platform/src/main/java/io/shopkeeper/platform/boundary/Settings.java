package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.settings.CurrentSettings;
import io.shopkeeper.platform.settings.SettingCache;
import io.shopkeeper.platform.settings.SettingDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the shop can choose. A module offers its settings when it starts and reads them wherever it
 * needs them; reading costs no query. What the environment sets holds before what the shop has set,
 * and that before the default. Safe for use by several threads.
 */
@ApplicationScoped
public class Settings {

  @Inject private SettingDesk desk;
  @Inject private SettingCache cache;

  private volatile CurrentSettings settings;

  /**
   * Asked for when first used, not when this is made: the container makes one bean at a time, and
   * an enterprise bean that is asked while the server starts may wait for one that waits for this.
   */
  private CurrentSettings settings() {
    CurrentSettings known = settings;
    if (known == null) {
      known = cache.settings();
      settings = known;
    }
    return known;
  }

  /** Lets people change these; of two with one name the later counts. */
  public void offer(SettingDefinition... definitions) {
    settings().offer(definitions);
  }

  /** What holds now, as of the last commit; empty where the setting is open. */
  public String text(SettingDefinition definition) {
    return settings().text(definition);
  }

  /** The number that holds now; empty where the setting is open. */
  public Optional<Long> number(SettingDefinition definition) {
    return Optional.of(text(definition)).filter(text -> !text.isEmpty()).map(Long::valueOf);
  }

  /** Whether the switch is on. */
  public boolean on(SettingDefinition definition) {
    return Boolean.parseBoolean(text(definition));
  }

  /**
   * Counts the changes of what holds, as of the last commit: the same while nothing has changed.
   */
  public long changes() {
    return settings().changes();
  }

  /** What was set under a name, by the environment or the shop; empty where nobody did. */
  public Optional<String> find(String name) {
    CurrentSettings now = settings();
    return now.definition(name).flatMap(now::override).or(() -> now.value(name));
  }

  /** All that were offered, by name. */
  public List<SettingView> all() {
    return desk.all();
  }

  /** One setting that is offered. */
  public Optional<SettingView> view(String name) {
    return desk.view(name);
  }

  /**
   * Sets it; a value as it was before changes nothing.
   *
   * @param value in the form that its type says; spaces around it do not count
   * @throws NotFoundException if there is no such setting
   * @throws InvalidInputException if the value does not fit
   * @throws ConflictException if the environment sets it, or it is guarded
   */
  public SettingView change(String name, String value, String by) {
    return desk.change(name, value, by);
  }

  /**
   * Sets several, or none of them.
   *
   * @throws InvalidInputException at the first value that does not fit
   * @throws ConflictException if the environment sets one
   */
  public void changeAll(Map<String, String> values, String by) {
    desk.changeAll(values, by);
  }

  /**
   * Sets several, or none of them, guarded ones too: for the module that owns them, after it has
   * seen to its own rules.
   *
   * @throws InvalidInputException at the first value that does not fit
   * @throws ConflictException if the environment sets one
   */
  public void changeGuarded(Map<String, String> values, String by) {
    desk.changeGuarded(values, by);
  }

  /**
   * Lets the default hold again.
   *
   * @throws NotFoundException if there is no such setting
   * @throws ConflictException if the environment sets it, or it is guarded
   */
  public SettingView reset(String name, String by) {
    return desk.reset(name, by);
  }

  /** The last changes of all settings, or of one, newest first. */
  public List<SettingChange> history(Optional<String> name, int n) {
    return desk.history(name, n);
  }
}
