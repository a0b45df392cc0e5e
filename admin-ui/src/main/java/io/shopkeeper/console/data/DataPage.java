package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.ImportRequest;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Uploads a file and lists what was imported. */
@Named("data")
@RequestScoped
public class DataPage {

  private static final int SHOWN = 50;

  @Inject private Imports imports;
  @Inject private ShopFiles files;
  @Inject private AuditTrail audit;
  @Inject private Me me;
  @Inject private Say say;

  private ImportKind kind = ImportKind.PRODUCTS;
  private Part file;
  private boolean dryRun;

  /** Takes the file in and goes to its report. */
  public String upload() throws IOException {
    me.require(Right.IMPORT_DATA);
    if (file == null || file.getSize() == 0) {
      say.bad("data.file.missing");
      return null;
    }
    Path target = Files.createTempFile(files.uploads(), "import-", ".part");
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      ImportReport report =
          imports.start(
              new ImportRequest(
                  kind, file.getSubmittedFileName(), target, Map.of(), dryRun, me.getName()));
      audit.record(me.getName(), "import", kind + " " + file.getSubmittedFileName(), "");
      return "/import?id=" + report.id() + "&faces-redirect=true";
    } catch (InvalidInputException invalid) {
      Files.deleteIfExists(target);
      say.badText(invalid.getMessage());
      return null;
    }
  }

  public List<ImportReport> getRecent() {
    return imports.recent(SHOWN);
  }

  public long getQuarantined() {
    return imports.quarantineCount();
  }

  public ImportKind[] getKinds() {
    return ImportKind.values();
  }

  public ImportKind getKind() {
    return kind;
  }

  public void setKind(ImportKind kind) {
    this.kind = kind;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  public void setDryRun(boolean dryRun) {
    this.dryRun = dryRun;
  }
}
