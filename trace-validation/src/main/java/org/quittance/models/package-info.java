/** Runs what {@code specs/models.json} registers and holds the results against it. */
package org.quittance.models;
