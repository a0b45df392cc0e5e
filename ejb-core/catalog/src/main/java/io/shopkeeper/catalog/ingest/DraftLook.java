package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.DraftPreview;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.SavedMapping;
import io.shopkeeper.catalog.entity.ImportDraft;
import io.shopkeeper.catalog.ingest.mapping.Guesses;
import io.shopkeeper.catalog.ingest.mapping.TargetMapper;
import io.shopkeeper.catalog.ingest.mapping.Wildcard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A first look at a file that waits to be imported. */
public final class DraftLook {

  private static final int SHOWN = 12;

  private DraftLook() {}

  /**
   * Looks at it.
   *
   * @param kind what the rows are; null for what they most probably are
   */
  public static DraftPreview at(ImportDraft draft, ImportKind kind, List<SavedMapping> mappings) {
    List<String> pictures = pictures(draft.file());
    if (!pictures.isEmpty()) {
      return ofPictures(draft, pictures);
    }
    try {
      return ofSample(draft, Sample.of(draft.file()), kind, mappings);
    } catch (FileUnreadableException unreadable) {
      return unreadable(draft, unreadable.getMessage());
    } catch (IOException problem) {
      return unreadable(draft, "The file cannot be read: " + problem.getMessage());
    }
  }

  private static DraftPreview ofSample(
      ImportDraft draft, Sample sample, ImportKind asked, List<SavedMapping> mappings) {
    List<String> columns = sample.names();
    Map<ImportKind, Double> kinds = Guesses.kinds(columns, sample.columns());
    ImportKind kind = asked == null ? likely(draft.fileName(), kinds) : asked;
    List<List<String>> rows = new ArrayList<>();
    for (RowSource.Row row : sample.rows().stream().limit(SHOWN).toList()) {
      rows.add(
          columns.stream()
              .map(column -> row.values().path(column))
              .map(value -> value.isContainerNode() ? value.toString() : value.asText(""))
              .toList());
    }
    return new DraftPreview(
        draft.id(),
        draft.fileName(),
        draft.size(),
        sample.header().isEmpty() ? "jsonl" : "csv",
        sample.charset().name(),
        columns,
        rows,
        kinds,
        kind,
        Guesses.of(kind, columns, sample.columns()),
        fitting(draft.fileName(), columns, mappings),
        null);
  }

  /** What a file is called says something too. */
  private static ImportKind likely(String fileName, Map<ImportKind, Double> kinds) {
    String name = fileName.toLowerCase(java.util.Locale.ROOT);
    for (ImportKind kind : ImportKind.values()) {
      boolean named = name.contains(kind.code()) || name.contains(singular(kind.code()));
      if (named && kinds.getOrDefault(kind, 0.0) >= 0.5) {
        return kind;
      }
    }
    return kinds.keySet().iterator().next();
  }

  private static String singular(String code) {
    return code.endsWith("s") ? code.substring(0, code.length() - 1) : code;
  }

  private static List<String> fitting(
      String fileName, List<String> columns, List<SavedMapping> mappings) {
    var names = new ArrayList<String>();
    for (SavedMapping saved : mappings) {
      List<MappingTarget> targets =
          saved.mapping().targets().stream().filter(target -> feeds(target, fileName)).toList();
      boolean fits =
          !targets.isEmpty()
              && targets.stream()
                  .allMatch(target -> columns.containsAll(new TargetMapper(target).columns()));
      if (fits) {
        names.add(saved.mapping().name());
      }
    }
    return names;
  }

  /** Whether a file feeds a target, by its name. */
  public static boolean feeds(MappingTarget target, String fileName) {
    return target.files() == null || new Wildcard(target.files()).matches(fileName);
  }

  private static DraftPreview ofPictures(ImportDraft draft, List<String> pictures) {
    List<List<String>> rows =
        pictures.stream()
            .limit(SHOWN)
            .map(entry -> List.of(ImageReading.productOf(entry), entry))
            .toList();
    var kinds = new LinkedHashMap<ImportKind, Double>();
    kinds.put(ImportKind.IMAGES, 1.0);
    return new DraftPreview(
        draft.id(),
        draft.fileName(),
        draft.size(),
        "images",
        "",
        List.of("productId", "file"),
        rows,
        kinds,
        ImportKind.IMAGES,
        List.of(),
        List.of(),
        null);
  }

  private static DraftPreview unreadable(ImportDraft draft, String fault) {
    return new DraftPreview(
        draft.id(),
        draft.fileName(),
        draft.size(),
        "",
        "",
        List.of(),
        List.of(),
        Map.of(),
        ImportKind.PRODUCTS,
        List.of(),
        List.of(),
        fault);
  }

  /** The pictures of a zip; empty for what is no zip of pictures. */
  private static List<String> pictures(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(name -> name.matches("(?i).*\\.(jpe?g|png|webp)"))
          .limit(SHOWN)
          .toList();
    } catch (IOException noZip) {
      return List.of();
    }
  }
}
