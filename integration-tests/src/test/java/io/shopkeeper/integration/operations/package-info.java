/** What operators do: settings, health, backups, logs and traces of the running application. */
package io.shopkeeper.integration.operations;
