package io.shopkeeper.training.snapshot;

import io.shopkeeper.training.lines.TextFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a snapshot beside its place, and moves it there at the end: a snapshot that can be opened
 * is whole. One that is not finished is thrown away when it is closed. For one thread.
 */
public final class SnapshotWriter implements Closeable {

  private final Path target;
  private final Path draft;
  private final Map<String, TableWriter> tables = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private boolean finished;

  private SnapshotWriter(Path target) {
    this.target = target;
    this.draft = target.resolveSibling(target.getFileName() + ".draft");
  }

  /** Begins one; what lay there before is thrown away. */
  public static SnapshotWriter begin(Path folder) throws IOException {
    var writer = new SnapshotWriter(folder);
    Folders.delete(writer.draft);
    Folders.delete(folder);
    Folders.create(writer.draft);
    return writer;
  }

  /** Begins a table. */
  public TableWriter table(String name) throws IOException {
    if (tables.containsKey(name)) {
      throw new IllegalStateException("there is a table " + name);
    }
    var table = new TableWriter(draft.resolve(name + Snapshot.TABLE_END));
    tables.put(name, table);
    return table;
  }

  /** Notes something. */
  public void fact(String name, String value) {
    facts.put(name, value);
  }

  /** Ends it. */
  public Snapshot finish() throws IOException {
    for (TableWriter table : tables.values()) {
      table.finish();
      table.close();
    }
    List<List<String>> lines = new ArrayList<>();
    facts.forEach((name, value) -> lines.add(List.of(name, value)));
    TextFile.write(draft.resolve(Snapshot.FACTS), Snapshot.HEAD, lines);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
    return Snapshot.open(target);
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    for (TableWriter table : tables.values()) {
      table.close();
    }
    Folders.delete(draft);
  }
}
