package io.shopkeeper.prediction.boundary;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.prediction.dataset.DataFile;
import io.shopkeeper.prediction.dataset.DataJson;
import io.shopkeeper.prediction.dataset.DataSetStore;
import io.shopkeeper.prediction.dataset.Packed;
import io.shopkeeper.prediction.dataset.RoleCheck;
import io.shopkeeper.prediction.dataset.TableLook;
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

  /** All models that predict data sets, as the registry is told of them. */
  public static final String MODELS = MODEL + "*";

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
    return add(name, file, by, null, null);
  }

  /** What is wrong with a name, if anything. */
  static Optional<FieldError> nameFault(String name) {
    return name == null || !name.matches(NAME)
        ? Optional.of(
            new FieldError(
                "/name",
                "must be 2 to 40 small letters, digits and hyphens, beginning with a letter"))
        : Optional.empty();
  }

  /**
   * Keeps a table whose columns need no guess.
   *
   * @param roles what its columns are for; null to guess
   * @param origin what of the shop it was made of; null for a file that came from outside
   * @throws InvalidInputException if the name, the file or the roles will not do
   * @throws ConflictException if there is one of that name
   */
  public DataSetView add(String name, byte[] file, String by, DataRoles roles, ShopOrigin origin) {
    nameFault(name)
        .ifPresent(
            fault -> {
              throw new InvalidInputException(List.of(fault));
            });
    if (store.find(name).isPresent()) {
      throw DataSetStore.taken(name);
    }
    byte[] plain = Packed.unpack(file, MOST_BYTES);
    TableLook look = look(plain);
    var set =
        new DataSet(
            name,
            DataJson.write(roles == null ? look.guess() : roles),
            DataJson.write(look.columns()),
            look.rows(),
            plain.length,
            sha256(plain),
            clock.instant(),
            by,
            origin == null ? null : DataJson.write(origin));
    if (roles != null) {
      RoleCheck.of(view(set));
    }
    store.add(set, Packed.pack(plain));
    audit.record(by, "data-set.add", name, "%,d rows".formatted(look.rows()));
    return view(set);
  }

  private static TableLook look(byte[] plain) {
    try (DataFile file = DataFile.open(plain)) {
      return TableLook.of(file);
    }
  }

  /** All, by name. */
  public List<DataSetSummary> all() {
    return store.all().stream().map(DataSets::view).map(DataSetView::summary).toList();
  }

  /** Those that were made of the shop, by name. */
  public List<DataSetView> ofShop() {
    return store.ofShop().stream().map(DataSets::view).toList();
  }

  /** The names of all, in order. */
  public List<String> names() {
    return store.names();
  }

  /** One by its name. */
  public Optional<DataSetView> find(String name) {
    return store.find(name).map(DataSets::view);
  }

  /** The name of the model that predicts the target of a data set. */
  static String model(String name) {
    return MODEL + name;
  }

  private static boolean predicts(String model) {
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
    DataSetView wanted = view(set).with(roles);
    try (DataFile file = file(set)) {
      RoleCheck.of(wanted, file);
    }
    audit.record(by, "data-set.assign", name, set.roles() + " → " + DataJson.write(roles));
    set.assign(DataJson.write(roles));
    return view(set);
  }

  /**
   * Looks whether a model can be trained with the roles as they are: they may be a guess.
   *
   * @throws ConflictException if not
   */
  public void requireTrainable(DataSetView set) {
    try {
      RoleCheck.of(set);
    } catch (InvalidInputException unfit) {
      throw new ConflictException(
          "The data set %s cannot be learnt as its columns are said to be: %s. Choose other roles."
              .formatted(set.name(), unfit.errors().getFirst().message()));
    }
  }

  /**
   * The first rows, as they came.
   *
   * @param n at most
   * @return cells by column; null where missing
   */
  public List<Map<String, String>> preview(String name, int n) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (DataFile file = open(name)) {
      while (rows.size() < n) {
        Optional<String[]> row = file.next();
        if (row.isEmpty()) {
          break;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int place = 0; place < row.get().length; place++) {
          cells.put(file.names().get(place), row.get()[place]);
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /**
   * Begins to read all rows; to be closed.
   *
   * @throws NotFoundException if there is no such data set
   */
  public DataFile open(String name) {
    return file(require(name));
  }

  /**
   * The whole table as it came, not compressed.
   *
   * @throws NotFoundException if there is no such data set
   */
  public byte[] file(String name) {
    return Packed.unpack(store.file(require(name)), MOST_BYTES);
  }

  private DataFile file(DataSet set) {
    return DataFile.open(Packed.open(store.file(set)));
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
        model(set.name()),
        DataJson.roles(set.roles()),
        DataJson.columns(set.columns()),
        set.rows(),
        set.bytes(),
        set.sha256(),
        set.createdAt(),
        set.createdBy(),
        set.edition(),
        set.origin() == null ? null : DataJson.origin(set.origin()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
