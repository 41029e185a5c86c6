package org.quittance.trace.replay.tlc;

import java.io.File;
import java.nio.file.Path;
import util.FilenameToStream;

/** All modules, the standard ones too, are files of one folder. */
public final class FolderResolver implements FilenameToStream {

    private final Path folder;

    /** The modules of that folder. */
    public FolderResolver(Path folder) {
        this.folder = folder;
    }

    @Override
    public File resolve(String name, boolean isModule) {
        String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
        return new TLAFile(folder.resolve(file).toString(), this);
    }

    @Override
    public String getFullPath() {
        return folder.toString();
    }

    @Override
    public boolean isStandardModule(String moduleName) {
        return false;
    }
}
