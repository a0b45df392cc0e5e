/** The log as JSON lines beside the server's own, without personal data. */
package io.shopkeeper.platform.log;
