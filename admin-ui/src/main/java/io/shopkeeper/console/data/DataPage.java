package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.DataReadiness;
import io.shopkeeper.catalog.boundary.ImportDrafts;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.ModelReadiness;
import io.shopkeeper.catalog.boundary.ServerFile;
import io.shopkeeper.catalog.boundary.quality.DataQuality;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
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

/** Takes a file in, lists what was imported, and says what the data is good for. */
@Named("data")
@RequestScoped
public class DataPage {

  private static final int SHOWN = 50;

  @Inject private Imports imports;
  @Inject private ImportDrafts drafts;
  @Inject private DataReadiness readiness;
  @Inject private DataQuality quality;
  @Inject private ShopFiles files;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private Part file;
  private List<ModelReadiness> models;

  /** Takes the file in and goes on to what its columns mean. */
  public String upload() throws IOException {
    me.require(Right.IMPORT_DATA);
    if (file == null || file.getSize() == 0) {
      say.bad("data.file.missing");
      return null;
    }
    Path target = Files.createTempFile(files.uploads(), "import-", ".part");
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return look(drafts.add(file.getSubmittedFileName(), target, me.getName()));
    } catch (InvalidInputException invalid) {
      Files.deleteIfExists(target);
      say.badText(invalid.getMessage());
      return null;
    }
  }

  /** Takes a file of the operator's folder. */
  public String take() {
    me.require(Right.IMPORT_DATA);
    try {
      return look(drafts.addFromServer(asked.act("path").orElse(""), me.getName()));
    } catch (NotFoundException | InvalidInputException gone) {
      say.bad("data.server.gone");
      return null;
    }
  }

  private static String look(String draft) {
    return "/import-file?id=" + draft + "&faces-redirect=true";
  }

  /** What the operator's folder holds. */
  public List<ServerFile> getServerFiles() {
    return drafts.serverFiles();
  }

  public List<ImportReport> getRecent() {
    return imports.recent(SHOWN);
  }

  public long getQuarantined() {
    return imports.quarantineCount();
  }

  /** Which models the shop's data can feed. */
  public List<ModelReadiness> getModels() {
    if (models == null) {
      models = readiness.models();
    }
    return models;
  }

  /** How many alerts of the monitors nobody has looked at yet. */
  public long getAlerts() {
    return quality.openAlerts();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
