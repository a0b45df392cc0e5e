package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.entity.SavedMappingEntry;
import io.shopkeeper.catalog.ingest.SavedMappingStore;
import io.shopkeeper.catalog.ingest.mapping.BuiltInMappings;
import io.shopkeeper.catalog.ingest.mapping.Fields;
import io.shopkeeper.catalog.ingest.mapping.MappingJson;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mappings under their names: those that people saved, and those that came with the product. */
@Stateless
public class Mappings {

  @Inject private SavedMappingStore store;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The newest version of each. */
  public List<SavedMapping> all() {
    var all = new ArrayList<>(store.newest().stream().map(SavedMappingEntry::view).toList());
    for (ImportMapping mapping : BuiltInMappings.all()) {
      if (all.stream().noneMatch(saved -> saved.mapping().name().equals(mapping.name()))) {
        all.add(builtIn(mapping));
      }
    }
    return all;
  }

  /** The newest version of one; a saved one goes before one that came with the product. */
  public Optional<SavedMapping> find(String name) {
    return store
        .newest(name)
        .map(SavedMappingEntry::view)
        .or(() -> BuiltInMappings.find(name).map(Mappings::builtIn));
  }

  private static SavedMapping builtIn(ImportMapping mapping) {
    return new SavedMapping(mapping, 1, true, null, null);
  }

  /** Keeps a mapping under its name; what was kept there before stays as an older version. */
  public SavedMapping save(ImportMapping mapping, String by) {
    // Writing and reading it finds every fault.
    ImportMapping checked = read(write(mapping));
    int version = store.newest(mapping.name()).map(SavedMappingEntry::version).orElse(0) + 1;
    var entry = new SavedMappingEntry(checked, version, by, clock.instant());
    store.add(entry);
    audit.record(by, "mapping.save", mapping.name() + " v" + version, "");
    return entry.view();
  }

  /**
   * Forgets a mapping with all its versions.
   *
   * @throws NotFoundException if there is none
   * @throws ConflictException if it came with the product
   */
  public void remove(String name, String by) {
    if (!store.remove(name)) {
      if (BuiltInMappings.find(name).isPresent()) {
        throw new ConflictException("The mapping %s came with the product.".formatted(name));
      }
      throw new NotFoundException("mapping", name);
    }
    audit.record(by, "mapping.remove", name, "");
  }

  /**
   * A mapping from its JSON.
   *
   * @throws InvalidInputException with every fault and its place
   */
  public ImportMapping read(String json) {
    return MappingJson.read(json);
  }

  /** A mapping as JSON, for people and for the command line. */
  public String write(ImportMapping mapping) {
    return MappingJson.write(mapping);
  }

  /** The fields of a kind, in their order. */
  public List<String> fields(ImportKind kind) {
    return Fields.names(kind);
  }

  /** Whether no record of the kind is complete without the field. */
  public boolean needed(ImportKind kind, String field) {
    return Fields.isNeeded(kind, field);
  }
}
