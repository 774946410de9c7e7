#!/bin/sh
# Makes the test files of this folder with the programs that people have: LibreOffice, pandoc, Python's email and mailbox,
# feedgen, warcio, tar, zip and others. The text is ours. Run it in this folder to make them anew:
#   apt-get install libreoffice-writer-nogui pandoc zip xz-utils zstd && pip install feedgen warcio && ./make.sh
set -eu
cd "$(dirname "$0")"
pandoc --standalone article.md -o pandoc.epub
pandoc --standalone article.md -o pandoc.odt
pandoc --standalone article.md -o pandoc.docx
pandoc --standalone --metadata lang=en article.md -t html5 -o pandoc.html
soffice --headless --convert-to odt --outdir libreoffice pandoc.docx >/dev/null
soffice --headless --convert-to docx:"MS Word 2007 XML" --outdir libreoffice pandoc.odt >/dev/null
soffice --headless --convert-to pdf --outdir libreoffice pandoc.odt >/dev/null
for name in odt docx pdf; do mv libreoffice/pandoc.$name libreoffice.$name; done
rmdir libreoffice
python3 make.py
zip -q -X archive.zip article.md pandoc.html python.csv
tar --owner=0 --group=0 --mtime=@0 -czf archive.tar.gz article.md pandoc.html
tar --owner=0 --group=0 --mtime=@0 -cJf archive.tar.xz article.md pandoc.html
tar --owner=0 --group=0 --mtime=@0 --zstd -cf archive.tar.zst article.md pandoc.html
