<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

/** A folder as `draw --all` leaves it, with an approved figure in it. */
final class Drawn
{
    public string $drawings;

    public string $data;

    private string $folder;

    public function __construct()
    {
        $folder = $this->folder = sys_get_temp_dir() . '/kansrijke-start-' . bin2hex(random_bytes(6));
        $this->drawings = "$folder/grafieken";
        $this->data = "$folder/data";
        mkdir("$this->drawings/table/eerste-kinderen", recursive: true);
        mkdir("$this->drawings/story/story", recursive: true);
        mkdir("$this->data/region", recursive: true);
        $golden = file_get_contents(ROOT . '/tests/golden/eerste-kinderen-leiden-table-640.html');
        $golden = "<kansrijke-start indicator=\"eerste-kinderen\">$golden</kansrijke-start>\n"
            . "<script type=\"application/ld+json\">{\"@type\":\"Dataset\"}</script>\n";
        $golden = str_replace("\n</kansrijke-start>", '</kansrijke-start>', $golden);
        file_put_contents("$this->drawings/table/eerste-kinderen/GM0546.html", $golden);
        file_put_contents("$this->drawings/table/eerste-kinderen/NL01.html", $golden);
        file_put_contents("$this->drawings/story/story/GM0546.html", $golden);
        file_put_contents("$this->drawings/table/eerste-kinderen/GM0001.html", '<script>alert(1)</script>');
        // The places of one name, as `prepare` writes them: a municipality is not the first.
        $places = ['PV98' => 'Leiden', 'GM0546' => 'Leiden'];
        $file = [
            'dimension' => ['region' => ['category' => ['index' => array_keys($places), 'label' => $places]]],
            'extension' => ['aliases' => ['Leiden (PV)' => 'PV98']],
        ];
        file_put_contents("$this->data/region/leiden.json", json_encode($file));
        file_put_contents("$this->data/region/leiden-pv-.json", json_encode($file));
    }

    public function __destruct()
    {
        $inside = new RecursiveDirectoryIterator($this->folder, FilesystemIterator::SKIP_DOTS);
        foreach (new RecursiveIteratorIterator($inside, RecursiveIteratorIterator::CHILD_FIRST) as $path => $entry) {
            $entry->isDir() ? rmdir($path) : unlink($path);
        }
        rmdir($this->folder);
    }
}
