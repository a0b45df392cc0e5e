package io.shopkeeper.prediction.boundary;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.prediction.dataset.ColumnLook;
import io.shopkeeper.prediction.dataset.DataFile;
import io.shopkeeper.prediction.dataset.DataJson;
import io.shopkeeper.prediction.dataset.DataSetStore;
import io.shopkeeper.prediction.entity.DataSet;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that models of prediction learn from. */
@Stateless
public class DataSets {

  /** Bytes of a table at most, taken out of its compressed file. */
  public static final int MOST_BYTES = 64 << 20;

  private static final String NAME = "[a-z][a-z0-9-]{1,39}";
  private static final String MODEL = "prediction-";

  @Inject private DataSetStore store;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Keeps a table: CSV or TSV with a header, in UTF-8, plain or compressed by gzip. What its
   * columns are for is guessed.
   *
   * @param name in small letters, digits and hyphens; 2 to 40
   * @throws InvalidInputException if the name or the file will not do
   * @throws ConflictException if there is one of that name
   */
  public DataSetView add(String name, byte[] file, String by) {
    if (name == null || !name.matches(NAME)) {
      throw InvalidInputException.of(
          "/name", "must be 2 to 40 small letters, digits and hyphens, beginning with a letter");
    }
    if (store.find(name).isPresent()) {
      throw new ConflictException("There is a data set %s already.".formatted(name));
    }
    byte[] plain = DataFile.unpack(file, MOST_BYTES);
    if (plain.length > MOST_BYTES) {
      throw InvalidInputException.of(
          "/file", "is larger than %,d MB; take a sample".formatted(MOST_BYTES >> 20));
    }
    DataFile read = DataFile.read(plain);
    List<DataColumn> columns = ColumnLook.of(read);
    var set =
        new DataSet(
            name,
            DataJson.write(ColumnLook.guess(columns)),
            DataJson.write(columns),
            read.rows(),
            plain.length,
            sha256(plain),
            clock.instant(),
            by);
    store.add(set, DataFile.pack(plain));
    audit.record(by, "data-set.add", name, "%,d rows".formatted(read.rows()));
    return view(set);
  }

  /** All, by name. */
  public List<DataSetView> all() {
    return store.all().stream().map(DataSets::view).toList();
  }

  /** One by its name. */
  public Optional<DataSetView> find(String name) {
    return store.find(name).map(DataSets::view);
  }

  /** Whether a model of that name is one of prediction. */
  public static boolean predicts(String model) {
    return model.startsWith(MODEL);
  }

  /** The one that a model predicts. */
  public Optional<DataSetView> ofModel(String model) {
    return predicts(model) ? find(model.substring(MODEL.length())) : Optional.empty();
  }

  /**
   * Says what the columns are for.
   *
   * @throws NotFoundException if there is no such data set
   * @throws InvalidInputException if a column is not there or will not do
   */
  public DataSetView assign(String name, DataRoles roles, String by) {
    DataSet set = require(name);
    check(view(set), roles);
    audit.record(by, "data-set.assign", name, set.roles() + " → " + DataJson.write(roles));
    set.assign(DataJson.write(roles));
    return view(set);
  }

  private static void check(DataSetView set, DataRoles roles) {
    List<FieldError> errors = new ArrayList<>();
    Optional<DataColumn> target = set.column(roles.target() == null ? "" : roles.target());
    if (target.isEmpty()) {
      errors.add(new FieldError("/target", "there is no column " + roles.target()));
    } else if (target.get().missing() > 0) {
      errors.add(
          new FieldError(
              "/target",
              "%s is missing in %,d rows; every row needs one"
                  .formatted(roles.target(), target.get().missing())));
    } else if (target.get().distinct() < 2) {
      errors.add(new FieldError("/target", roles.target() + " has the same value in every row"));
    } else if (target.get().kind() == DataColumn.Kind.TEXT) {
      errors.add(new FieldError("/target", roles.target() + " hardly has the same value twice"));
    }
    if (roles.time() != null && set.column(roles.time()).isEmpty()) {
      errors.add(new FieldError("/time", "there is no column " + roles.time()));
    }
    for (String left : roles.left()) {
      if (set.column(left).isEmpty()) {
        errors.add(new FieldError("/left", "there is no column " + left));
      }
    }
    var wanted =
        new DataSetView(
            set.name(),
            set.model(),
            roles,
            set.columns(),
            set.rows(),
            set.bytes(),
            set.sha256(),
            set.createdAt(),
            set.createdBy(),
            set.edition());
    if (wanted.features().isEmpty()) {
      errors.add(new FieldError("/left", "nothing is left to learn from"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /**
   * The first rows, as they came.
   *
   * @param n at most
   * @return cells by column; null where missing
   */
  public List<Map<String, String>> preview(String name, int n) {
    DataFile file = file(name);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(n, file.rows()); row++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Map.Entry<String, List<String>> column : file.cells().entrySet()) {
        cells.put(column.getKey(), column.getValue().get(row));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** All cells, by column; null where missing. */
  public Map<String, List<String>> cells(String name) {
    return file(name).cells();
  }

  private DataFile file(String name) {
    return DataFile.read(DataFile.unpack(store.file(require(name)), MOST_BYTES));
  }

  /**
   * Throws a data set away; versions that were trained on it stay and go on predicting.
   *
   * @throws NotFoundException if there is no such data set
   */
  public void remove(String name, String by) {
    store.remove(require(name));
    audit.record(by, "data-set.remove", name, "");
  }

  private DataSet require(String name) {
    return store.find(name).orElseThrow(() -> new NotFoundException("data set", name));
  }

  private static DataSetView view(DataSet set) {
    return new DataSetView(
        set.name(),
        MODEL + set.name(),
        DataJson.roles(set.roles()),
        DataJson.columns(set.columns()),
        set.rows(),
        set.bytes(),
        set.sha256(),
        set.createdAt(),
        set.createdBy(),
        set.edition());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
