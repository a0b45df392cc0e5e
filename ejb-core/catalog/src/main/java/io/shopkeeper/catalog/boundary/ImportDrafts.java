package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.entity.ImportDraft;
import io.shopkeeper.catalog.ingest.DraftFiles;
import io.shopkeeper.catalog.ingest.DraftLook;
import io.shopkeeper.catalog.ingest.DraftStore;
import io.shopkeeper.catalog.ingest.ServerFolder;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that wait to be imported while somebody decides what their columns mean. */
@Stateless
public class ImportDrafts {

  private static final Duration KEPT = Duration.ofDays(2);
  private static final int LONGEST_NAME = 300;

  @Inject private DraftStore store;
  @Inject private ShopFiles files;
  @Inject private Imports imports;
  @Inject private Mappings mappings;
  @Inject private Clock clock;

  /**
   * Keeps an uploaded file.
   *
   * @param file below the shop's uploads
   * @return its id
   * @throws InvalidInputException if name or place make no sense
   */
  public String add(String fileName, Path file, String by) {
    if (fileName == null || fileName.isBlank() || fileName.length() > LONGEST_NAME) {
      throw InvalidInputException.of("fileName", "must have 1 to 300 characters");
    }
    if (!file.normalize().startsWith(files.uploads())) {
      throw InvalidInputException.of("file", "must lie below the shop's uploads");
    }
    sweep();
    String id = UUID.randomUUID().toString();
    store.add(new ImportDraft(id, fileName, file, DraftFiles.size(file), by, clock.instant()));
    return id;
  }

  /** What the operator's folder for imports holds; empty where there is none. */
  public List<ServerFile> serverFiles() {
    return ServerFolder.configured().map(ServerFolder::list).orElse(List.of());
  }

  /** Whether the operator opened a folder for imports. */
  public boolean hasServerFolder() {
    return ServerFolder.configured().isPresent();
  }

  /**
   * Keeps a copy of a file of the operator's folder.
   *
   * @throws NotFoundException if there is no such file in it
   */
  public String addFromServer(String path, String by) {
    Path source =
        ServerFolder.configured()
            .flatMap(folder -> folder.find(path))
            .orElseThrow(() -> new NotFoundException("file in the import folder", path));
    return add(source.getFileName().toString(), DraftFiles.copy(source, files.uploads()), by);
  }

  /**
   * A first look at a file.
   *
   * @param kind what the rows are; null for what they most probably are
   * @throws NotFoundException if there is none
   */
  public DraftPreview preview(String id, ImportKind kind) {
    ImportDraft draft = require(id);
    return DraftLook.at(draft, kind, mappings.all());
  }

  /** Whether there is such a file. */
  public boolean exists(String id) {
    return store.find(id).isPresent();
  }

  /**
   * Queues its import. For a dry run the file stays for the real one.
   *
   * @throws NotFoundException if there is no such file
   */
  public ImportReport start(String id, ImportMapping mapping, boolean dryRun, String by) {
    ImportDraft draft = require(id);
    Path file = dryRun ? DraftFiles.copy(draft.file(), files.uploads()) : draft.file();
    ImportReport report =
        imports.start(new MappedImport(mapping, draft.fileName(), file, dryRun, by));
    if (!dryRun) {
      store.remove(draft);
    }
    return report;
  }

  /** Forgets a file. */
  public void remove(String id) {
    discard(require(id));
  }

  private void sweep() {
    store.before(clock.instant().minus(KEPT).toEpochMilli()).forEach(this::discard);
  }

  private void discard(ImportDraft draft) {
    DraftFiles.delete(draft.file());
    store.remove(draft);
  }

  private ImportDraft require(String id) {
    return Optional.ofNullable(id)
        .flatMap(store::find)
        .orElseThrow(() -> new NotFoundException("file to import", id));
  }
}
