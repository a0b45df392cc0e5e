package io.shopkeeper.training;

import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The version that served when a training began, which its candidate is measured beside. It goes
 * into the snapshot, so that a training that is resumed has the same one. The arrays are not
 * copied.
 *
 * @param version in the registry
 * @param algorithm its name in the list of all
 * @param options with which it was trained
 * @param until the newest event that it has seen; empty if that is not known
 * @param artefact the model as it is stored; empty if it cannot be read
 */
public record Opponent(
    int version,
    String algorithm,
    Map<String, String> options,
    long seed,
    Optional<Instant> until,
    byte[] artefact) {

  private static final String TABLE = "opponent";
  private static final String BYTES = "bytes";
  private static final String START = TABLE + ".";
  private static final String VERSION = START + "version";
  private static final String ALGORITHM = START + "algorithm";
  private static final String SEED = START + "seed";
  private static final String UNTIL = START + "until";
  private static final String OPTION = START + "option.";

  /** Settings that no version was made with. */
  public static Opponent usual(String algorithm, Map<String, String> options, long seed) {
    return new Opponent(0, algorithm, options, seed, Optional.empty(), new byte[0]);
  }

  /** Writes it. */
  public void write(SnapshotWriter writer) throws IOException {
    writer.fact(VERSION, Integer.toString(version));
    writer.fact(ALGORITHM, algorithm);
    writer.fact(SEED, Long.toString(seed));
    writer.fact(UNTIL, until.map(Instant::toString).orElse(""));
    options.forEach((name, value) -> writer.fact(OPTION + name, value));
    write(writer, artefact);
  }

  /** That of a snapshot; empty if nothing served. */
  public static Optional<Opponent> read(Snapshot snapshot) throws IOException {
    Map<String, String> facts = snapshot.facts();
    if (!facts.containsKey(VERSION)) {
      return Optional.empty();
    }
    var options = new LinkedHashMap<String, String>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), value);
          }
        });
    return Optional.of(
        new Opponent(
            Integer.parseInt(facts.get(VERSION)),
            facts.get(ALGORITHM),
            options,
            Long.parseLong(facts.get(SEED)),
            Optional.of(facts.get(UNTIL)).filter(text -> !text.isEmpty()).map(Instant::parse),
            bytes(snapshot)));
  }

  /** Whether it would be trained as a candidate is. */
  public boolean trainsAs(String itsAlgorithm, Map<String, String> itsOptions, long itsSeed) {
    return algorithm.equals(itsAlgorithm) && seed == itsSeed && options.equals(itsOptions);
  }

  /** Four bytes to a cell, the first cell being how many there are. */
  private static void write(SnapshotWriter writer, byte[] bytes) throws IOException {
    TableWriter table = writer.table(TABLE);
    ColumnWriter cells = table.ints(BYTES);
    cells.add(bytes.length);
    table.endRow();
    ByteBuffer padded =
        ByteBuffer.allocate((bytes.length + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES);
    padded.put(bytes).rewind();
    while (padded.hasRemaining()) {
      cells.add(padded.getInt());
      table.endRow();
    }
  }

  private static byte[] bytes(Snapshot snapshot) throws IOException {
    int[] cells = snapshot.table(TABLE).ints(BYTES);
    ByteBuffer padded = ByteBuffer.allocate((cells.length - 1) * Integer.BYTES);
    for (int place = 1; place < cells.length; place++) {
      padded.putInt(cells[place]);
    }
    byte[] bytes = new byte[cells[0]];
    padded.rewind();
    padded.get(bytes);
    return bytes;
  }
}
