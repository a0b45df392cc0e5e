package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.SettingChange;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.SettingFault;
import io.shopkeeper.platform.boundary.SettingType;
import io.shopkeeper.platform.boundary.SettingView;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop can choose: read, changed group by group, put back, and who did so. */
@Named("settings")
@RequestScoped
public class SettingsPage {

  private static final int SHOWN_CHANGES = 50;
  private static final String FIELD = "s.";

  @Inject private Settings settings;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private final Map<String, String> typed = new HashMap<>();
  private final Map<String, String> faults = new HashMap<>();
  private List<SettingView> views;

  /** Settings that belong together. */
  public record Group(String name, String label, List<Field> fields) {

    /** Whether there is anything that can be saved. */
    public boolean open() {
      return fields.stream().anyMatch(field -> !field.view().locked());
    }
  }

  /**
   * A setting on the page.
   *
   * @param text what stands in the field: what was typed, where that could not be saved
   * @param fault why it could not; empty if nothing is wrong
   */
  public record Field(
      SettingView view,
      String label,
      String help,
      String text,
      String otherwise,
      String fault,
      List<Option> options) {

    /** The field's name in the form. */
    public String input() {
      return FIELD + view.definition().name();
    }

    public String type() {
      return view.definition().type().name();
    }

    /** Whether the shop has set it and may let the default hold again. */
    public boolean resettable() {
      return view.source() == io.shopkeeper.platform.boundary.SettingSource.SHOP;
    }
  }

  /** One of the words that a choice may be. */
  public record Option(String value, String label) {}

  /** A change in the reader's words. */
  public record Change(SettingChange change, String label, String before, String after) {}

  @PostConstruct
  void begin() {
    me.require(Right.CHANGE_SETTINGS);
    views = choosable();
  }

  /** Guarded ones are changed on pages of their own. */
  private List<SettingView> choosable() {
    return settings.all().stream().filter(view -> !view.definition().guarded()).toList();
  }

  /** Saves the group, or puts back the setting, whose button was pressed. */
  public void act() {
    asked.act("save").ifPresent(this::save);
    asked.act("reset").ifPresent(this::reset);
    views = choosable();
  }

  private void save(String group) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (SettingView view : views) {
      if (view.definition().group().equals(group) && !view.locked()) {
        String text = typed(view.definition());
        wanted.put(view.definition().name(), text);
        view.definition().fault(text).ifPresent(fault -> complain(view.definition(), text, fault));
      }
    }
    if (!faults.isEmpty()) {
      say.bad("settings.refused");
      return;
    }
    try {
      settings.changeAll(wanted, me.getName());
      say.ok("settings.saved");
    } catch (ConflictException locked) {
      say.bad("settings.locked.now");
    }
  }

  private void complain(SettingDefinition definition, String text, SettingFault fault) {
    typed.put(definition.name(), text);
    faults.put(
        definition.name(),
        words.format("settings.fault." + fault, definition.least(), definition.most()));
  }

  private void reset(String name) {
    try {
      settings.reset(name, me.getName());
      say.ok("settings.put.back");
    } catch (ConflictException locked) {
      say.bad("settings.locked.now");
    }
  }

  private static String typed(SettingDefinition definition) {
    String text =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault(FIELD + definition.name(), "")
            .strip()
            .replace("\r\n", "\n");
    return definition.type() == SettingType.SWITCH ? Boolean.toString(text.equals("on")) : text;
  }

  /** All groups by name. */
  public List<Group> getGroups() {
    Map<String, List<Field>> groups = new LinkedHashMap<>();
    for (SettingView view : views) {
      groups.computeIfAbsent(view.definition().group(), name -> new ArrayList<>()).add(field(view));
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Group(
                    group.getKey(),
                    group.getValue().getFirst().view().definition().groupLabel(reader.getLocale()),
                    group.getValue()))
        .toList();
  }

  private Field field(SettingView view) {
    SettingDefinition definition = view.definition();
    return new Field(
        view,
        definition.label(reader.getLocale()),
        definition.help(reader.getLocale()),
        typed.getOrDefault(definition.name(), view.value()),
        spoken(definition, definition.defaultValue()),
        faults.getOrDefault(definition.name(), ""),
        definition.choices().stream()
            .map(word -> new Option(word, definition.choiceLabel(word, reader.getLocale())))
            .toList());
  }

  /** The last changes, newest first. */
  public List<Change> getChanges() {
    return settings.history(Optional.empty(), SHOWN_CHANGES).stream().map(this::change).toList();
  }

  private Change change(SettingChange change) {
    Optional<SettingDefinition> definition =
        settings.view(change.name()).map(SettingView::definition);
    return new Change(
        change,
        definition.map(found -> found.label(reader.getLocale())).orElse(change.name()),
        spoken(definition, change.before()),
        spoken(definition, change.after()));
  }

  private String spoken(Optional<SettingDefinition> definition, String value) {
    if (value == null) {
      return words.words().getString("settings.default");
    }
    return definition.map(found -> spoken(found, value)).orElse(value);
  }

  private String spoken(SettingDefinition definition, String value) {
    if (value.isEmpty()) {
      return words.words().getString("settings.open");
    }
    return switch (definition.type()) {
      case SWITCH -> words.of("settings.switch", value);
      case CHOICE -> definition.choiceLabel(value, reader.getLocale());
      default -> value;
    };
  }
}
