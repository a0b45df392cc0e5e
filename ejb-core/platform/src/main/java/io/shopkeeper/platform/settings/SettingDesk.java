package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.SettingChange;
import io.shopkeeper.platform.boundary.SettingChanged;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.SettingSource;
import io.shopkeeper.platform.boundary.SettingView;
import io.shopkeeper.platform.entity.Setting;
import io.shopkeeper.platform.entity.SettingEntry;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where settings are looked up in the database, and changed. */
@Stateless
public class SettingDesk {

  @Inject private SettingStore store;
  @Inject private SettingCache cache;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<SettingChanged> changed;

  /** All that were offered, by name. */
  public List<SettingView> all() {
    return cache.settings().definitions().stream()
        .sorted(Comparator.comparing(SettingDefinition::name))
        .map(this::view)
        .toList();
  }

  /** One setting that is offered. */
  public Optional<SettingView> view(String name) {
    return cache.settings().definition(name).map(this::view);
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
    return change(free(name), value, by);
  }

  private SettingView change(SettingDefinition definition, String value, String by) {
    String text = value == null ? "" : value.strip();
    definition
        .fault(text)
        .ifPresent(
            fault -> {
              throw InvalidInputException.of("/value", fault.sentence(definition));
            });
    return put(definition, text, by);
  }

  /**
   * Sets several, or none of them.
   *
   * @throws InvalidInputException at the first value that does not fit
   * @throws ConflictException if the environment sets one
   */
  public void changeAll(Map<String, String> values, String by) {
    values.forEach((name, value) -> change(name, value, by));
  }

  /** Sets several, guarded ones too, or none of them. */
  public void changeGuarded(Map<String, String> values, String by) {
    values.forEach((name, value) -> change(require(name), value, by));
  }

  private SettingDefinition free(String name) {
    SettingDefinition definition = require(name);
    if (definition.guarded()) {
      throw new ConflictException(
          "%s is not changed among the settings; its own page has to be used, where a second person agrees."
              .formatted(name));
    }
    return definition;
  }

  /**
   * Lets the default hold again.
   *
   * @throws NotFoundException if there is no such setting
   * @throws ConflictException if the environment sets it
   */
  public SettingView reset(String name, String by) {
    return put(free(name), null, by);
  }

  /** The last changes of all settings, or of one, newest first. */
  public List<SettingChange> history(Optional<String> name, int n) {
    return store.history(name, Math.clamp(n, 1, 500)).stream().map(SettingEntry::view).toList();
  }

  private SettingView put(SettingDefinition definition, String text, String by) {
    if (cache.settings().override(definition).isPresent()) {
      throw new ConflictException(
          "%s is set by the server's environment (%s); change it there."
              .formatted(definition.name(), definition.environment()));
    }
    String before = store.find(definition.name()).map(Setting::value).orElse(null);
    if (!Objects.equals(before, text)) {
      if (text == null) {
        store.remove(definition.name());
      } else {
        store.put(definition.name(), text);
      }
      store.add(
          new SettingEntry(
              new SettingChange(definition.name(), clock.instant(), by, before, text)));
      audit.record(by, "setting.change", definition.name(), spoken(before) + " → " + spoken(text));
      changed.fire(new SettingChanged(definition.name(), Optional.ofNullable(text)));
    }
    return view(definition);
  }

  private SettingView view(SettingDefinition definition) {
    Optional<String> override = cache.settings().override(definition);
    Optional<String> kept =
        store.find(definition.name()).map(Setting::value).filter(text -> fits(definition, text));
    Optional<SettingChange> last =
        store.history(Optional.of(definition.name()), 1).stream()
            .map(SettingEntry::view)
            .findFirst();
    SettingSource source =
        override.isPresent()
            ? SettingSource.ENVIRONMENT
            : kept.isPresent() ? SettingSource.SHOP : SettingSource.DEFAULT;
    return new SettingView(
        definition,
        override.or(() -> kept).orElse(definition.defaultValue()),
        source,
        last.map(SettingChange::at).orElse(null),
        last.map(SettingChange::by).orElse(null));
  }

  private SettingDefinition require(String name) {
    return cache
        .settings()
        .definition(name)
        .orElseThrow(() -> new NotFoundException("setting", name));
  }

  private static boolean fits(SettingDefinition definition, String text) {
    return definition.fault(text).isEmpty();
  }

  private static String spoken(String value) {
    return value == null ? "(default)" : value;
  }
}
