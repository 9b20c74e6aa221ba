"""`python -I -S child LIBRARIES SUFFIX MEMORY_BYTES SECONDS < file > sheets`, as open.py starts it."""

import importlib
import os
import sys

if __name__ == "__main__":
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path.append(sys.path.pop(0))  # last: nothing of ours may stand before the standard library
    sys.path += sys.argv[1].split(os.pathsep)
    importlib.import_module("child.run").main(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
